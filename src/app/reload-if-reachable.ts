// A part of the app could not be fetched: the place it comes from is gone for now, or a newer version has taken the part away.

/** Loads the page anew if where it comes from answers; otherwise leaves standing what is there, and says so. */
export async function reloadIfReachable(): Promise<'reloading' | 'no-answer'> {
  try {
    const answer = await fetch('./version.json', { cache: 'no-store' });
    if (!answer.ok) return 'no-answer';
  } catch (error) {
    // fetch says so when nobody answers.
    if (error instanceof TypeError) return 'no-answer';
    throw error;
  }
  location.reload();
  return 'reloading';
}
