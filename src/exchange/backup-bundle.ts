// One file that holds many already sealed ones: a stored (uncompressed) zip, so that any tool can look inside, with its
// list first and a digest of the whole as its zip comment. Law: a bundle with one byte changed or missing is refused, and
// nothing is allocated for what a file merely claims to hold. Every later version keeps the first entry and the tail.
export { writeBundle } from './backup/write-bundle.ts';
export { readBundle } from './backup/read-bundle.ts';
export type {
  BundleMeta,
  BundleRefusal,
  Digest,
  OpenedBundle,
  WrittenBundle,
} from './backup/bundle-format.ts';
