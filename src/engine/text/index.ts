export { checkShape, formatPath } from './check-shape.ts';
export { show } from './show.ts';
export { nearestName, suggestion } from './suggest.ts';
export {
  atMost,
  inOrder,
  mostProblems,
  overlay,
  readYaml,
  valueAt,
  type YamlPath,
  type YamlText,
} from './yaml-text.ts';
