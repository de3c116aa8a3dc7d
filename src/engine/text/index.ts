export { checkShape, formatPath, show } from './check-shape.ts';
export { nearestName, suggestion } from './suggest.ts';
export { readYaml, type YamlPath, type YamlText } from './yaml-text.ts';
