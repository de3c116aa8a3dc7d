declare module '@svg-maps/sweden' {
  /** A map as the package draws it. */
  const map: { readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[] };
  export default map;
}
