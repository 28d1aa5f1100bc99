import { DEFAULT_LIMIT, MAX_LIMIT } from './reading.ts';
import { type ApiField, type Resource, RESOURCES } from './resources.ts';

/** Codes of refusals, and what each says in words. */
export const PROBLEMS = {
  'missing-token': 'Nyckel saknas. Skicka den i huvudet Authorization: Bearer <nyckel>.',
  'unknown-token': 'Nyckeln är fel.',
  'revoked-token': 'Nyckeln är återkallad. Be kommunens administratör om en ny.',
  'expired-token': 'Nyckeln har gått ut. Be kommunens administratör om en ny.',
  'bad-request': 'Frågan går inte att förstå.',
  'not-found': 'Här finns ingenting.',
  'method-not-allowed': 'Här går det bara att läsa, med GET.',
  'too-many-requests': 'För många frågor. Vänta så länge som Retry-After säger, i sekunder.',
  gone: 'Data har återställts från en kopia. Läs allt från början, utan cursor och since.',
  'not-served': 'Kommunen finns inte längre på den här servern.'
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

const STATUSES: Readonly<Record<string, string>> = {
  '400': 'Frågan går inte att förstå.',
  '401': 'Nyckeln saknas, är fel, återkallad eller för gammal.',
  '405': 'Bara GET.',
  '410': 'Data har återställts. Läs allt från början.',
  '429': 'För många frågor.'
};

function schemaOf({ type, format, words, optional, description }: ApiField): object {
  const types = optional === true ? [type, 'null'] : type;
  return {
    type: types,
    ...(format === undefined ? {} : { format }),
    ...(words === undefined ? {} : { enum: optional === true ? [...words, null] : words }),
    description
  };
}

const rowSchema = ({ fields, description }: Resource): object => ({
  type: 'object',
  description,
  required: fields.map(({ name }) => name),
  additionalProperties: false,
  properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)]))
});

const pageSchema = ({ name }: Resource): object => ({
  type: 'object',
  required: ['municipality', 'data', 'erased', 'next', 'since'],
  additionalProperties: false,
  properties: {
    municipality: { type: 'string', description: 'Kommunen som nyckeln gäller.' },
    data: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
    erased: {
      type: 'array',
      items: { type: 'string' },
      description: 'Id för rader som har raderats och ska tas bort hos mottagaren. Bara när since används.'
    },
    next: { type: ['string', 'null'], description: 'Adress till nästa sida. null på den sista.' },
    since: {
      type: ['string', 'null'],
      description: 'På sista sidan: skicka med det här som since nästa gång, så kommer bara det som ändrats.'
    }
  }
});

const PARAMETERS = [
  { name: 'cursor', in: 'query', schema: { type: 'string' }, description: 'Var sidan börjar. Står i next.' },
  {
    name: 'since',
    in: 'query',
    schema: { type: 'string' },
    description: 'Bara det som ändrats sedan en tidigare läsning. Står i since på den läsningens sista sida.'
  },
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    description: 'Rader på en sida, högst.'
  },
  {
    name: 'format',
    in: 'query',
    schema: { type: 'string', enum: ['json', 'csv'], default: 'json' },
    description: 'csv: semikolon, UTF-8 med BOM. next och since står då i huvudena Link och Ideslussen-Since.'
  },
  {
    name: 'If-None-Match',
    in: 'header',
    schema: { type: 'string' },
    description: 'ETag från ett tidigare svar. Svaret är 304 om ingenting har ändrats.'
  }
];

function operation(resource: Resource): object {
  const refusals = Object.entries(STATUSES).map(([status, description]) => [
    status,
    {
      description,
      ...(status === '429' ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/refusal' } } }
    }
  ]);
  return {
    get: {
      operationId: resource.name,
      summary: resource.description,
      security: [{ token: [] }],
      parameters: PARAMETERS,
      responses: {
        '200': {
          description: 'En sida.',
          headers: { ETag: { schema: { type: 'string' } } },
          content: {
            'application/json': { schema: { $ref: `#/components/schemas/${resource.name}Page` } },
            'text/csv': { schema: { type: 'string' } }
          }
        },
        '304': { description: 'Ingenting har ändrats.' },
        ...Object.fromEntries(refusals)
      }
    }
  };
}

/** The description of the read API, OpenAPI 3.1. @param origin where the app is */
export const openApi = (origin: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Idéslussen',
    version: '1',
    description:
      'Läsning av en kommuns idéer för uppföljning. Inga personer: varken namn eller id lämnas ut. Fritext är som den är skriven.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
  },
  servers: [{ url: origin + '/api/v1' }],
  paths: Object.fromEntries(RESOURCES.map((resource) => ['/' + resource.name, operation(resource)])),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      refusal: {
        type: 'object',
        required: ['error', 'reason'],
        properties: {
          error: { type: 'string', enum: Object.keys(PROBLEMS) },
          reason: { type: 'string' },
          detail: { type: 'string', description: 'Vad i frågan som är fel.' },
          retryAfterSeconds: { type: 'integer' }
        }
      },
      ...Object.fromEntries(
        RESOURCES.flatMap((resource) => [
          [resource.name, rowSchema(resource)],
          [resource.name + 'Page', pageSchema(resource)]
        ])
      )
    }
  }
});
