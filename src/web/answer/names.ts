import type { Label } from '../api/label.ts';
import type { Language } from '../words/spoken.ts';
import { type Part, say } from './say.ts';

/** What names need to know of an alternative. */
export type NamedAlternative = {
  readonly key: string;
  readonly label: Label;
  readonly isBaseline: boolean;
  readonly isAdded: boolean;
  readonly measures: { readonly nodes: readonly { readonly key: string; readonly label: Label }[] };
};

/** Of what kind a measure is, by its id in the scenario. */
export type MeasureKinds = ReadonlyMap<string, string>;

type Forms = {
  /** «med …», «with …» */
  readonly sv: { readonly some: string; readonly the: string };
  readonly en: { readonly some: string; readonly the: string };
};

/** Common nouns, where a measure of the kind needs no name of its own. */
const common: Readonly<Record<string, Forms>> = {
  servicePoint: {
    sv: { some: 'servicepunkt', the: 'servicepunkten' },
    en: { some: 'a service point', the: 'the service point' },
  },
  serviceAgreement: {
    sv: { some: 'serviceavtal', the: 'serviceavtalet' },
    en: { some: 'a service agreement', the: 'the service agreement' },
  },
  mobileService: {
    sv: { some: 'mobil service', the: 'den mobila servicen' },
    en: { some: 'a mobile service', the: 'the mobile service' },
  },
  homeDelivery: {
    sv: { some: 'hemsändning', the: 'hemsändningen' },
    en: { some: 'home delivery', the: 'home delivery' },
  },
  investmentSupport: {
    sv: { some: 'investeringsstöd', the: 'investeringsstödet' },
    en: { some: 'investment support', the: 'the investment support' },
  },
  operatingSupport: {
    sv: { some: 'driftstöd', the: 'driftstödet' },
    en: { some: 'operating support', the: 'the operating support' },
  },
};

/** How sentences speak of alternatives: «servicepunkten» where there is but one of the kind, its name in quotes otherwise. */
export type Names = {
  /** «servicepunkten», «”Mobil enhet”» */
  readonly the: (alternative: NamedAlternative) => Part[];
  /** «servicepunkt», «”Mobil enhet”», after «med». */
  readonly some: (alternative: NamedAlternative) => Part[];
  /** A measure as the subject of a sentence. */
  readonly measure: (key: string, label: Label) => Part[];
  /** «utan», or «med ”…”» of a baseline that has measures. */
  readonly without: (baseline: NamedAlternative) => Part[];
};

export function namesOf(alternatives: readonly NamedAlternative[], kinds: MeasureKinds, language: Language): Names {
  const kindOf = ({ measures, isAdded }: NamedAlternative): string | undefined => {
    const [only, ...others] = measures.nodes;
    return isAdded || only === undefined || others.length > 0 ? undefined : kinds.get(only.key);
  };
  const ofKind = (kind: string): number => alternatives.filter((each) => kindOf(each) === kind).length;
  const formsOf = (alternative: NamedAlternative): Forms | undefined => {
    const kind = kindOf(alternative);
    return kind === undefined || ofKind(kind) > 1 ? undefined : common[kind];
  };
  const speak = (alternative: NamedAlternative, form: 'some' | 'the'): Part[] => {
    const forms = formsOf(alternative);
    return forms === undefined ? quoted(alternative.label, language) : say`${forms[language][form]}`;
  };
  const measures = new Set(alternatives.flatMap(({ measures }) => measures.nodes.map(({ key }) => key)));
  return {
    the: (alternative) => speak(alternative, 'the'),
    some: (alternative) => speak(alternative, 'some'),
    measure: (key, label) => {
      const kind = kinds.get(key);
      const isOnly = kind !== undefined && [...measures].filter((each) => kinds.get(each) === kind).length === 1;
      const forms = isOnly ? common[kind] : undefined;
      return forms === undefined ? [{ kind: 'name', text: label[language] }] : say`${forms[language].the}`;
    },
    without: (baseline) =>
      baseline.measures.nodes.length === 0
        ? say`${language === 'sv' ? 'utan' : 'without'}`
        : say`${language === 'sv' ? 'med ' : 'with '}${quoted(baseline.label, language)}`,
  };
}

function quoted(label: Label, language: Language): Part[] {
  const name = { kind: 'name', text: label[language] } as const;
  return language === 'sv' ? say`”${name}”` : say`“${name}”`;
}
