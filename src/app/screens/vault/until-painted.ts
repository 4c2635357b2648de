/** Resolves when the browser has drawn what changed: a busy mark stands on the screen before the work begins. */
export const untilPainted = (): Promise<void> =>
  new Promise((done) => {
    // A hidden tab draws nothing, so it does not wait for a frame.
    if (document.hidden) done();
    else requestAnimationFrame(() => setTimeout(done));
  });
