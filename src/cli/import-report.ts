import type { ImportReport } from '../app/import-file.ts';
import type { IssueGroup } from '../places/import-issues.ts';
import { type Language, Numbers } from './numbers.ts';

type Texts = Readonly<Record<string, { readonly sv: string; readonly en: string }>>;

/** Why a row is left out, and what to do about it, by code. */
const reasons: Texts = {
  columns: {
    sv: 'annat antal celler än rubriker; står decimalkomma utan citationstecken i en fil med komman emellan?',
    en: 'another number of cells than headings; are there decimal commas without quotes in a file with commas between?',
  },
  'name-missing': { sv: 'inget namn', en: 'no name' },
  'id-missing': { sv: 'inget id', en: 'no id' },
  'id-double': { sv: 'samma id som en tidigare rad', en: 'the same id as a row before' },
  'place-double': { sv: 'samma namn inom 1 km från en tidigare rad', en: 'the same name within 1 km of a row before' },
  formula: {
    sv: 'texten börjar med = + - @: ett kalkylprogram skulle köra den',
    en: 'the text begins with = + - @: a spreadsheet would run it',
  },
  'garbled-text': {
    sv: 'förvanskade tecken: filen har lästs i fel teckenkodning någon gång; se --encoding',
    en: 'garbled letters: the file was once read in the wrong encoding; see --encoding',
  },
  'text-too-long': { sv: 'text över 200 tecken', en: 'text of more than 200 characters' },
  'municipality-unknown': {
    sv: 'ingen kommun har den koden eller det namnet',
    en: 'no municipality has that code or name',
  },
  'coordinates-missing': { sv: 'koordinater saknas', en: 'coordinates are missing' },
  'coordinates-not-numbers': { sv: 'koordinaterna är inte tal', en: 'the coordinates are no numbers' },
  'coordinates-swapped': {
    sv: 'koordinaterna är omkastade; byt dem med --column lat=… --column lon=…',
    en: 'the coordinates are swapped; exchange them with --column lat=… --column lon=…',
  },
  'coordinates-rt90': {
    sv: 'koordinaterna är i RT 90; räkna om dem till SWEREF 99 TM eller grader',
    en: 'the coordinates are in RT 90; convert them to SWEREF 99 TM or degrees',
  },
  'coordinates-other-system': {
    sv: 'koordinaterna är i ett annat system än --crs säger',
    en: 'the coordinates are in another system than --crs says',
  },
  'coordinates-outside': {
    sv: 'punkten ligger utanför Sverige; grader (WGS 84) och SWEREF 99 TM kan läsas, nordlig koordinat i lat, ostlig i lon',
    en: 'the point lies outside Sweden; degrees (WGS 84) and SWEREF 99 TM can be read, the north coordinate in lat, the east one in lon',
  },
  'coordinates-at-sea': {
    sv: 'punkten ligger till havs, mer än 8 km från land',
    en: 'the point lies at sea, more than 8 km from land',
  },
  'population-missing': { sv: 'folkmängd saknas', en: 'the population is missing' },
  'population-invalid': {
    sv: 'folkmängden är inte ett helt tal från 0 till 3 000 000 (tusental skiljs med mellanslag)',
    en: 'the population is not a whole number from 0 to 3 000 000 (thousands are parted by spaces)',
  },
  'year-invalid': { sv: 'året är inte ett årtal', en: 'the year is no year' },
  'status-invalid': { sv: 'status är varken found eller assumption', en: 'the status is neither found nor assumption' },
  'found-without-source': { sv: 'status found utan källa', en: 'status found without a source' },
  'no-place-near': {
    sv: 'ingen plats inom avståndet; se --within och --places',
    en: 'no place within the distance; see --within and --places',
  },
  'place-unknown': { sv: 'ingen plats har det id:t; se --places', en: 'no place has that id; see --places' },
  'far-from-its-place': {
    sv: 'koordinaterna ligger längre från platsen än --within',
    en: 'the coordinates are farther from the place than --within',
  },
  'sells-nothing': { sv: 'säljer varken dagligvaror eller drivmedel', en: 'sells neither groceries nor fuel' },
  'yes-or-no': { sv: 'varken ja eller nej', en: 'neither yes nor no' },
  'turnover-invalid': {
    sv: 'omsättningen är inte ett tal från 100 000 till 5 miljarder kronor; se --turnover-unit',
    en: 'the turnover is no number from 100 000 to 5 billion SEK; see --turnover-unit',
  },
  'floorArea-invalid': {
    sv: 'ytan är inte ett tal från 5 till 50 000 m²',
    en: 'the floor area is no number from 5 to 50 000 m²',
  },
  'litres-invalid': {
    sv: 'volymen är inte ett tal från 1 000 till 100 miljoner liter',
    en: 'the volume is no number from 1 000 to 100 million litres',
  },
  'municipality-missing': { sv: 'ingen kommun angiven', en: 'no municipality is stated' },
  'sells-assumed': {
    sv: 'filen säger inte vad som säljs: dagligvaror är antaget',
    en: 'the file does not say what is sold: groceries are assumed',
  },
  'shops-at-one-point': { sv: 'två butiker på samma punkt', en: 'two shops at one point' },
};

/** Line numbers printed for a reason; the JSON report has a thousand. */
const mostLines = 10;

/** The report of an import as people read it. */
export function importReport(report: ImportReport, language: Language): string {
  const swedish = language === 'sv';
  const numbers = new Numbers(language);
  const say = (sv: string, en: string): string => (swedish ? sv : en);
  const refused = report.refused.reduce((sum, { count }) => sum + count, 0);
  const columns = Object.entries(report.columns).map(([field, heading]) =>
    field === heading ? field : `${field} = ${heading}`,
  );
  const groups = (title: string, list: readonly IssueGroup[]): string[] =>
    list.length === 0 ? [] : ['', title, ...list.map((group) => `  ${groupText(group, language)}`)];
  return [
    `${report.file}: ${report.encoding}, ${separatorNames[language][report.separator]}`,
    `${say('Kolumner', 'Columns')}: ${columns.join(', ')}`,
    ...(report.unusedColumns.length === 0
      ? []
      : [`${say('Läses inte', 'Not read')}: ${report.unusedColumns.slice(0, 30).join(', ')}`]),
    '',
    `${say('Lästa rader', 'Rows read')} ${numbers.set(report.read)}, ${say('tagna', 'taken')} ${numbers.set(report.taken)}, ${say('avvisade', 'refused')} ${numbers.set(refused)}`,
    ...(report.converted === 0
      ? []
      : [
          say(
            `Koordinater räknade om från SWEREF 99 TM: ${numbers.set(report.converted)}`,
            `Coordinates converted from SWEREF 99 TM: ${numbers.set(report.converted)}`,
          ),
        ]),
    ...groups(say('Avvisade', 'Refused'), report.refused),
    ...groups(say('Tagna, men värda att se på', 'Taken, but worth a look'), report.warned),
    '',
    report.out === null
      ? say('Inget är skrivet', 'Nothing is written') +
        (report.taken > 0 ? say('; --out FIL skriver', '; --out FILE writes') : '')
      : say(`Skrivet: ${report.out}`, `Written: ${report.out}`),
  ].join('\n');
}

const separatorNames = {
  sv: { comma: 'komma emellan', semicolon: 'semikolon emellan', tab: 'tabb emellan' },
  en: { comma: 'comma between', semicolon: 'semicolon between', tab: 'tab between' },
} as const;

function groupText({ code, count, lines, found }: IssueGroup, language: Language): string {
  const numbers = new Numbers(language);
  const more = count - Math.min(lines.length, mostLines);
  const where = `${language === 'sv' ? 'rad' : 'line'} ${lines.slice(0, mostLines).join(', ')}${more > 0 ? ` … (+${numbers.set(more)})` : ''}`;
  return `${numbers.set(count)}  ${reasons[code]?.[language] ?? code}${found === '' ? '' : ` («${found}»)`}: ${where}`;
}
