/** Keys of the queue, and what they do, in words of `queue.key`. */
export const QUEUE_KEYS = [
  ['Enter', 'open'],
  ['j', 'down'],
  ['k', 'up'],
  ['o', 'open'],
  ['n', 'take'],
  ['1', 'release'],
  ['2', 'hold'],
  ['3', 'examine'],
  ['4', 'seize'],
  ['x', 'choose'],
  ['r', 'together'],
  ['/', 'search'],
  ['.', 'refresh'],
] as const;

/** Keys on a consignment, and what they do, in words of `help.keyboard.desk`. */
export const DESK_KEYS = [
  ['1', 'release'],
  ['2', 'hold'],
  ['3', 'examine'],
  ['4', 'seize'],
  ['l', 'lift'],
  ['a', 'answer'],
  ['c', 'claim'],
  ['k', 'keep'],
  ['b', 'giveBack'],
  ['h', 'snooze'],
  ['s', 'skip'],
  ['u', 'undo'],
  ['z', 'undo'],
  ['v', 'reveal'],
  ['d', 'stateDuty'],
  ['n', 'take'],
  ['j', 'next'],
  ['p', 'previous'],
  ['q', 'back'],
] as const;
