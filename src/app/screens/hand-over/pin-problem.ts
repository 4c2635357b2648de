// What is wrong with a new PIN. Five tries are few, and whoever tries begins with these.
export type PinProblem = 'form' | 'easy' | 'differs';

const easy = ['012345', '123456', '654321', '543210', '123123', '121212', '112233'];

export function pinProblem(pin: string, again: string): PinProblem | null {
  if (!/^[0-9]{6}$/.test(pin)) return 'form';
  if (easy.includes(pin) || new Set(pin).size === 1) return 'easy';
  return pin === again ? null : 'differs';
}
