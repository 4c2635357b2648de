// What the page of the shared client and its test both know.
export const sharedLabel = 'Zebulon Quarrelsome';
export const sharedClientId = 'a'.repeat(32);
export const markedWords = 'Nobodymaysee';
export const lateWords = 'Arrivedlater';
