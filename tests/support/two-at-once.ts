/**
 * Who looks and who acts, in every order in which each looks before it acts: a small letter looks, a capital acts. In the last both act at
 * once.
 */
export const ORDERS = ['aAbB', 'abAB', 'abBA', 'baAB', 'baBA', 'bBaA', 'ab*'] as const;
export type Order = (typeof ORDERS)[number];
export type Who = 'a' | 'b';

/** Whether both had looked before either acted, so that one of them acts on what is no more. */
export const hadBothLooked = (order: Order): boolean => order !== 'aAbB' && order !== 'bBaA';

/** Lets two look and act in an order. `act` gives whether it was taken. Gives those whose act was, in the order in which they were. */
export async function inOrder(
  order: Order,
  two: { readonly look: (who: Who) => Promise<void>; readonly act: (who: Who) => Promise<boolean> },
): Promise<Who[]> {
  const won: Who[] = [];
  const act = async (who: Who) => {
    if (await two.act(who)) won.push(who);
  };
  for (const step of order) {
    if (step === 'a' || step === 'b') await two.look(step);
    else if (step === '*') await Promise.all([act('a'), act('b')]);
    else await act(step === 'A' ? 'a' : 'b');
  }
  return won;
}
