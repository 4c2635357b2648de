/** From package.json, set by the build. */
declare const __APP_VERSION__: string;
/** 12 hex digits over all sources of the build (scripts/build/source-hash.ts). */
declare const __BUILD_HASH__: string;
