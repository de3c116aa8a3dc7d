/**
 * Sweden with its sea, roughly: corners as east and north in degrees, once around. Along land borders it lies up to 15 km
 * outside them, so that nothing in Sweden is refused; what lies just beyond a border passes.
 *
 * Drawn by hand for this purpose. Tests hold every known Swedish locality against it, and foreign cities.
 */
const corners: readonly (readonly [lon: number, lat: number])[] = [
  [10.8, 58.9],
  [11.1, 59.08],
  [11.35, 59.15],
  [11.6, 59.3],
  [11.55, 59.75],
  [11.75, 60.0],
  [12.25, 60.15],
  [12.35, 60.5],
  [12.1, 60.95],
  [12.55, 61.35],
  [11.95, 61.75],
  [12.05, 62.2],
  [11.85, 62.75],
  [11.95, 63.0],
  [11.8, 63.3],
  [12.05, 63.65],
  [12.6, 64.1],
  [13.75, 64.15],
  [13.5, 64.55],
  [14.05, 65.1],
  [14.3, 65.4],
  [14.35, 66.2],
  [15.2, 66.4],
  [16.2, 67.05],
  [15.9, 67.5],
  [17.1, 68.1],
  [17.9, 68.6],
  [18.4, 68.68],
  [19.8, 68.45],
  [20.0, 68.9],
  [20.4, 69.15],
  [20.9, 69.1],
  [22.1, 68.6],
  [23.3, 68.25],
  [23.85, 67.9],
  [23.7, 67.5],
  [23.95, 67.25],
  [23.85, 66.85],
  [24.15, 66.55],
  [23.9, 66.2],
  [24.2, 65.8],
  [24.2, 65.4],
  [22.3, 64.6],
  [20.95, 63.65],
  [20.0, 63.0],
  [19.2, 61.5],
  [19.15, 60.3],
  [19.4, 59.9],
  [19.9, 59.3],
  [19.9, 58.3],
  [19.9, 57.7],
  [19.0, 56.7],
  [17.0, 55.9],
  [14.6, 55.6],
  [14.3, 55.2],
  [12.7, 55.2],
  [12.73, 55.6],
  [12.65, 55.85],
  [12.64, 56.05],
  [12.3, 56.25],
  [11.9, 56.7],
  [11.6, 57.3],
  [11.0, 58.0],
];

/** Whether a point lies in Sweden or close to it. */
export function isNearSweden({ lat, lon }: { readonly lat: number; readonly lon: number }): boolean {
  let inside = false;
  let [fromLon, fromLat] = corners.at(-1) as readonly [number, number];
  for (const [toLon, toLat] of corners) {
    const crosses = fromLat > lat !== toLat > lat;
    if (crosses && lon < fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon)) inside = !inside;
    fromLon = toLon;
    fromLat = toLat;
  }
  return inside;
}
