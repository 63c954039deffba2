// Says so when the program cannot start or has stopped; the page stays as it was.
const stopped = () => document.getElementById('stopped')?.removeAttribute('hidden');
const isProgram = (error) => error instanceof WebAssembly.RuntimeError || error instanceof WebAssembly.CompileError;

if (typeof WebAssembly === 'undefined') {
  addEventListener('DOMContentLoaded', stopped);
} else {
  addEventListener('error', (event) => isProgram(event.error) && stopped());
  // The program is loaded by a module that waits for it: not to get it ends in a rejection.
  addEventListener('unhandledrejection', stopped);
}
// A script that does not arrive raises an error that does not bubble.
addEventListener('error', (event) => event.target instanceof HTMLScriptElement && stopped(), true);
