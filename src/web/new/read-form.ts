import { isOrdered, problemOf } from '../village/allowed.ts';
import { movedBy, readNumber } from '../village/read-number.ts';
import type { Language } from '../words/spoken.ts';
import type { FieldProblem } from './field-problem.ts';
import { type NumberField, numberFields, shopNumberFields } from './fields.ts';
import type { Answer, ShopForm, TownForm, VillageForm } from './form.ts';
import {
  type Given,
  type MeasureName,
  measuresWithoutShop,
  measuresWithShop,
  type Shop,
  shopFields,
  type Town,
  type Village,
} from './village.ts';

/** A form read: the village, or what is wrong, by field, the first field first. */
export type ReadForm = {
  readonly problems: ReadonlyMap<string, FieldProblem>;
  readonly village: Village | undefined;
};

/** Longest of a name; the service takes 300 characters with what is put around it. */
const longestName = 100;

/** Signs that hide or turn around what a reader sees. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/**
 * Reads what was typed: every problem at once, each at its field.
 *
 * A field that is not shown, such as those of a second shop where there is one, is not read.
 */
export function readForm(form: VillageForm, language: Language): ReadForm {
  const reader = new FormReader(form, language);
  const village = reader.village();
  return { problems: reader.problems, village: reader.problems.size === 0 ? village : undefined };
}

/** Source of a number that is known, where nobody is named. */
const saidHere = { sv: 'Uppgett på sidan', en: 'Stated on the page' } as const;

/** The measures that may be chosen: some need a shop. */
export function measuresFor(form: VillageForm): readonly MeasureName[] {
  return form.shops === 'none' ? measuresWithoutShop : measuresWithShop;
}

/** How many shops the form is about. */
export function shopsOf(form: VillageForm): readonly ShopForm[] {
  return form.shop.slice(0, { none: 0, one: 1, two: 2 }[form.shops]);
}

/** Reads one form; holds what it finds wrong on the way. */
class FormReader {
  readonly problems = new Map<string, FieldProblem>();
  readonly #form: VillageForm;
  readonly #language: Language;
  readonly #toldBy: string | undefined;

  constructor(form: VillageForm, language: Language) {
    this.#form = form;
    this.#language = language;
    this.#toldBy = undefined;
    const told = form.toldBy.normalize('NFC').trim();
    if (told !== '') this.#toldBy = language === 'sv' ? `Uppgett av ${told}` : `Stated by ${told}`;
  }

  village(): Village {
    const form = this.#form;
    const name = this.#text('name', form.name, true);
    const municipality = this.#text('municipality', form.municipality, false);
    const position = this.#position();
    const start = this.#plain('start', form.start, numberFields.start);
    this.#text('toldBy', form.toldBy, false);
    const people = this.#given('people', form.people, numberFields.people, true);
    const around = this.#given('around', form.around, numberFields.around, false);
    const aroundKm = around === undefined ? 0 : this.#plain('aroundKm', form.aroundKm, numberFields.aroundKm);
    const towns = form.towns.map((town, index) => this.#town(town, index, position !== undefined));
    const shops = shopsOf(form).map((shop, index) => this.#shop(shop, index));
    const measures = measuresFor(form).filter((each) => form.measures.includes(each));
    if (measures.length === 0) this.#wrong('measures', { code: 'missing' });
    const hasPoint = measures.includes('servicepunkt');
    const ofPoint = (id: 'investment' | 'running' | 'posts'): number =>
      hasPoint ? this.#plain(id, form[id], numberFields[id]) : 0;
    return {
      name,
      municipality: municipality === '' ? undefined : municipality,
      position,
      isIslandWithoutLink: form.island === 'ferry',
      start,
      people: people ?? { value: 0, isAssumed: true, source: undefined },
      around: around === undefined ? undefined : { people: around, km: aroundKm },
      towns,
      shops,
      host: form.shops === 'two' && form.host === 'second' ? 1 : 0,
      successor: shops.length === 0 ? 'unknown' : form.successor,
      measures,
      servicePoint: { investment: ofPoint('investment'), running: ofPoint('running'), posts: ofPoint('posts') },
      toldBy: this.#toldBy,
    };
  }

  #wrong(id: string, problem: FieldProblem): void {
    if (!this.problems.has(id)) this.problems.set(id, problem);
  }

  #text(id: string, text: string, isRequired: boolean): string {
    const plain = text.normalize('NFC').trim();
    if (plain === '' && isRequired) this.#wrong(id, { code: 'missing' });
    if (!plain.isWellFormed() || unseen.test(plain)) this.#wrong(id, { code: 'unseen' });
    if (plain.length > longestName) this.#wrong(id, { code: 'too-long', length: plain.length, most: longestName });
    return plain;
  }

  #position(): Village['position'] {
    const { lat, lon } = this.#form;
    if (lat.trim() === '' && lon.trim() === '') return undefined;
    if (lat.trim() === '') this.#wrong('lat', { code: 'both-coordinates' });
    const north = lat.trim() === '' ? 0 : this.#plain('lat', lat, numberFields.lat);
    if (lon.trim() === '') this.#wrong('lon', { code: 'both-coordinates' });
    const east = lon.trim() === '' ? 0 : this.#plain('lon', lon, numberFields.lon);
    return { lat: north, lon: east };
  }

  /** A number that must stand there. */
  #plain(id: string, text: string, field: NumberField): number {
    const read = readNumber(text, this.#language);
    if (read.kind === 'empty') this.#wrong(id, { code: 'missing' });
    if (read.kind === 'wrong') this.#wrong(id, { code: read.why });
    if (read.kind !== 'number') return 0;
    const wrong = problemOf(read.value, field.allowed);
    if (wrong !== undefined) this.#wrong(id, { code: wrong, allowed: field.allowed, unit: field.unit });
    return field.isPercent ? movedBy(read.value, -2) : read.value;
  }

  /** An answer as the model is given it; undefined where it is not known. */
  #given(id: string, answer: Answer, field: NumberField, isRequired: boolean): Given | undefined {
    if (answer.known === 'no') {
      if (isRequired) this.#wrong(id, { code: 'missing' });
      return undefined;
    }
    const isUntouched = answer.known === 'one' && answer.from?.text === answer.one;
    const told = {
      isAssumed: answer.isAssumed,
      source:
        isUntouched && answer.isAssumed === answer.from?.isAssumed
          ? answer.from.source
          : (this.#toldBy ?? (answer.isAssumed ? undefined : saidHere[this.#language])),
    };
    if (answer.known === 'one') return { value: this.#plain(id, answer.one, field), ...told };
    const value = {
      low: this.#plain(`${id}.low`, answer.low, field),
      likely: this.#plain(`${id}.likely`, answer.likely, field),
      high: this.#plain(`${id}.high`, answer.high, field),
    };
    const isRead = !['low', 'likely', 'high'].some((end) => this.problems.has(`${id}.${end}`));
    if (isRead && !isOrdered(value)) this.#wrong(`${id}.likely`, { code: 'disorder' });
    return { value, ...told };
  }

  #town(town: TownForm, index: number, isPlaced: boolean): Town {
    const id = `towns.${index}`;
    const name = this.#text(`${id}.name`, town.name, true);
    const people = this.#given(`${id}.people`, town.people, numberFields.townPeople, true);
    const isIsland = this.#form.island !== 'no';
    // Said before the number is read: why it must be stated helps more than that something must stand there.
    const isBlank = town.km.known === 'no' || (town.km.known === 'one' && town.km.one.trim() === '');
    if (isBlank && (isIsland || town.position === null || !isPlaced))
      this.#wrong(`${id}.km`, { code: 'km-needed', why: isIsland ? 'island' : 'no-position' });
    const km = this.#given(`${id}.km`, town.km, numberFields.km, false);
    const others = this.#form.towns.slice(0, index);
    if (name !== '' && others.some((other) => other.name.normalize('NFC').trim() === name))
      this.#wrong(`${id}.name`, { code: 'twice' });
    return {
      name,
      people: people ?? { value: 1, isAssumed: true, source: undefined },
      position: town.position ?? undefined,
      km,
    };
  }

  #shop(shop: ShopForm, index: number): Shop {
    const id = `shops.${index}`;
    const name = this.#text(`${id}.name`, shop.name, false);
    const given = shopFields.flatMap((field) => {
      const read = this.#given(`${id}.${field}`, shop[field], shopNumberFields[field], false);
      return read === undefined ? [] : [[field, read] as const];
    });
    return { name, given: Object.fromEntries(given) };
  }
}
