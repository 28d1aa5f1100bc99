/** The facilitator's page of a template. A document's id is its ulid there. */
export const templatePath = (id: string): string => '/metod/guide/' + id.slice(id.indexOf(':') + 1);

/** The template a facilitator's page is about: `persona.1`, or a document's id. */
export const templateOf = (parameter: string): string =>
  parameter.includes('.') ? parameter : 'template:' + parameter;
