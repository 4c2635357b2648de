// A sealed reply on its way from one page to the next: it turned out to be of another client. In memory only, and taken once.
let inHand: string | null = null;

export const carryReply = (text: string): void => {
  inHand = text;
};

export function takeCarriedReply(): string | null {
  const text = inHand;
  inHand = null;
  return text;
}
