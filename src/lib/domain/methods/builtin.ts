import type { Step } from './steps.ts';
import type { TemplateContent } from './template-format.ts';
import { aktorskarta } from './templates/aktorskarta.ts';
import { anvandarresa } from './templates/anvandarresa.ts';
import { behovskarta } from './templates/behovskarta.ts';
import { brainwriting } from './templates/brainwriting.ts';
import { dagbok } from './templates/dagbok.ts';
import { definieraUtmaningen } from './templates/definiera-utmaningen.ts';
import { effektkedja } from './templates/effektkedja.ts';
import { hittaUtmaningen } from './templates/hitta-utmaningen.ts';
import { idekort } from './templates/idekort.ts';
import { inforandeplan } from './templates/inforandeplan.ts';
import { insiktMojlighet } from './templates/insikt-mojlighet.ts';
import { intervjuguide } from './templates/intervjuguide.ts';
import { nyttokalkyl } from './templates/nyttokalkyl.ts';
import { nyttorealisering } from './templates/nyttorealisering.ts';
import { observation } from './templates/observation.ts';
import { persona } from './templates/persona.ts';
import { pgsa } from './templates/pgsa.ts';
import { pitch } from './templates/pitch.ts';
import { prioriteringsmatris } from './templates/prioriteringsmatris.ts';
import { prototyp } from './templates/prototyp.ts';
import { swot } from './templates/swot.ts';
import { testplan } from './templates/testplan.ts';
import { trePrickar } from './templates/tre-prickar.ts';
import { chainsIn, type PlacedTemplate, type TemplateChain } from './template-chains.ts';

/**
 * The templates that come with the app, in the order of the guide, by `<slug>.<version>`. A change that a filled-in
 * sheet would notice is a new version under a new number, with the old one left where it is.
 */
export const BUILT_IN: Readonly<Record<string, TemplateContent>> = {
  'hitta-utmaningen.1': hittaUtmaningen,
  'definiera-utmaningen.1': definieraUtmaningen,
  'aktorskarta.1': aktorskarta,
  'intervjuguide.1': intervjuguide,
  'observation.1': observation,
  'dagbok.1': dagbok,
  'anvandarresa.1': anvandarresa,
  'persona.1': persona,
  'behovskarta.1': behovskarta,
  'insikt-mojlighet.1': insiktMojlighet,
  'prioriteringsmatris.1': prioriteringsmatris,
  'swot.1': swot,
  'brainwriting.1': brainwriting,
  'tre-prickar.1': trePrickar,
  'idekort.1': idekort,
  'prototyp.1': prototyp,
  'testplan.1': testplan,
  'pgsa.1': pgsa,
  'effektkedja.1': effektkedja,
  'nyttokalkyl.1': nyttokalkyl,
  'nyttorealisering.1': nyttorealisering,
  'inforandeplan.1': inforandeplan,
  'pitch.1': pitch
};

/** A template as sheets are begun from it. */
export interface OfferedTemplate {
  /** `persona.1`, or the id of a document. */
  readonly id: string;
  /** The first version, which stands for all that follow. */
  readonly origin: string;
  readonly content: TemplateContent;
}

const slugOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('.') + 1));

/** The last of each of the app's own templates. */
export const ownTemplates = (): OfferedTemplate[] =>
  Object.entries(BUILT_IN)
    .filter(
      ([id]) => !Object.keys(BUILT_IN).some((other) => slugOf(other) === slugOf(id) && numberOf(other) > numberOf(id))
    )
    .map(([id, content]) => ({ id, origin: slugOf(id) + '.1', content }));

/**
 * The templates that new sheets can be begun from, in one step or all: the app's own, or what the municipality or the
 * region has made of them, and then those of their own making.
 * @param made every template document here, with where it stands
 * @param space where the sheets are begun
 */
export function offeredTemplates(made: readonly PlacedTemplate[], space: string, step?: Step): OfferedTemplate[] {
  const chains = new Map(chainsIn(made, space).map((chain) => [chain.origin, chain]));
  const offer = ({ origin, latest, isOffered }: TemplateChain): OfferedTemplate[] =>
    isOffered ? [{ id: latest._id, origin, content: latest.content }] : [];
  const own = ownTemplates().flatMap((each) => {
    const changed = chains.get(each.origin);
    chains.delete(each.origin);
    return changed === undefined ? [each] : offer(changed);
  });
  return [...own, ...[...chains.values()].flatMap(offer)].filter(
    ({ content }) => step === undefined || content.step === step
  );
}
