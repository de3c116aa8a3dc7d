/** Sweden's 21 counties by code. Source: SCB, län och kommuner i kodnummerordning. The codes with gaps were merged in 1997 and 1998. */
export const counties: ReadonlyMap<string, string> = new Map([
  ['01', 'Stockholm'],
  ['03', 'Uppsala'],
  ['04', 'Södermanland'],
  ['05', 'Östergötland'],
  ['06', 'Jönköping'],
  ['07', 'Kronoberg'],
  ['08', 'Kalmar'],
  ['09', 'Gotland'],
  ['10', 'Blekinge'],
  ['12', 'Skåne'],
  ['13', 'Halland'],
  ['14', 'Västra Götaland'],
  ['17', 'Värmland'],
  ['18', 'Örebro'],
  ['19', 'Västmanland'],
  ['20', 'Dalarna'],
  ['21', 'Gävleborg'],
  ['22', 'Västernorrland'],
  ['23', 'Jämtland'],
  ['24', 'Västerbotten'],
  ['25', 'Norrbotten'],
]);

/**
 * The county of a municipality: the first two digits of its code. GeoNames' `admin1` is another numbering.
 *
 * @returns undefined when there is no such county
 * @example
 * countyCodeOf('0861') // => '08'
 */
export function countyCodeOf(municipality: string): string | undefined {
  const code = municipality.slice(0, 2);
  return counties.has(code) ? code : undefined;
}
