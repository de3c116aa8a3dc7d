export {
  type Difference,
  type Search,
  type Sign,
  type SignChange,
  type SignChanges,
  signChanges,
} from './sign-changes.ts';
