// The page that rows measure in: every function exported from bench/page/measures/*.ts is there as window.bench.<name>, with
// the real modules of src behind it. A row calls it by page.evaluate and gets plain numbers back.
const modules = import.meta.glob<Readonly<Record<string, unknown>>>('./measures/*.ts', { eager: true });

Object.defineProperty(globalThis, 'bench', {
  value: Object.assign({}, ...Object.values(modules)) as unknown,
});
