import { describe, expect, it } from 'vitest';
import { layoutOf, NODE } from './link-layout';

const node = (id: string) => ({ id });

describe('the layout of a network', () => {
  it('puts columns side by side, each in the middle, and nothing on top of another', () => {
    const { columns, width, height } = layoutOf([[node('a')], [node('h1'), node('h2'), node('h3')]], []);
    expect(columns[0]?.[0]).toMatchObject({ x: 0, y: NODE.height + NODE.gapY });
    expect(columns[1]?.map(({ y }) => y)).toEqual([0, 1, 2].map((row) => row * (NODE.height + NODE.gapY)));
    expect(columns[1]?.[0]?.x).toBe(NODE.width + NODE.gapX);
    expect([width, height]).toEqual([2 * NODE.width + NODE.gapX, 3 * NODE.height + 2 * NODE.gapY]);
  });

  it('orders a column by what its nodes hang on', () => {
    const { columns } = layoutOf(
      [[node('a')], [node('h1'), node('h2')], [node('x'), node('y'), node('z')]],
      [
        { from: 'h2', to: 'x' },
        { from: 'h1', to: 'y' },
        { from: 'h1', to: 'z' },
        { from: 'h2', to: 'z' },
      ],
    );
    expect(columns[2]?.map((one) => one.node.id)).toEqual(['y', 'z', 'x']);
  });

  it('draws a line from end to start, and none to a node that is not there', () => {
    const { edges } = layoutOf(
      [[node('a')], [node('h')]],
      [
        { from: 'a', to: 'h' },
        { from: 'a', to: 'gone' },
      ],
    );
    const middle = NODE.height / 2;
    expect(edges.map(({ path }) => path)).toEqual([
      `M ${NODE.width} ${middle} C ${NODE.width + NODE.gapX / 2} ${middle} ${NODE.width + NODE.gapX / 2} ${middle} ${NODE.width + NODE.gapX} ${middle}`,
    ]);
  });

  it('leaves empty columns out', () => {
    expect(layoutOf([[node('a')], [], [node('b')]], []).columns).toHaveLength(2);
  });
});
