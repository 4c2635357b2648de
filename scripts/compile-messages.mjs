// @ts-check
// Turns src/app/messages into the typed functions of src/app/paraglide. Offline: the message-format plugin is read from
// node_modules. The build does the same through its Vite plugin; this is for type checks and unit tests.
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from './paraglide-options.mjs';

await compile(paraglideOptions);
