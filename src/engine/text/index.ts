export { checkShape, formatPath, show } from './check-shape.ts';
export { nearestName, suggestion } from './suggest.ts';
export { overlay, readYaml, valueAt, type YamlPath, type YamlText } from './yaml-text.ts';
