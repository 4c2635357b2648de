import { expect, test } from 'vitest';
import { MeasureBuilder } from '../../../src/app/state/measure-builder.svelte.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';

function begun(): MeasureBuilder {
  const builder = new MeasureBuilder(null);
  builder.draft.way = 'items';
  builder.draft.name = 'A scale';
  builder.draft.better = 'lower';
  for (const [index, answer] of (builder.questionnaire.answerSets[0]?.answers ?? []).entries())
    answer.label = `Answer ${index}`;
  return builder;
}

const texts = (builder: MeasureBuilder): string[] => builder.questionnaire.items.map(({ text }) => text);

test('lines become items that share one set of answers, and the range follows', () => {
  const builder = begun();
  expect(builder.addItems('One\n\n  Two  \nThree')).toBe(3);
  expect(texts(builder)).toEqual(['One', 'Two', 'Three']);
  expect(builder.totals).toEqual({ range: { min: 0, max: 9 }, step: 1 });
  expect(builder.problems).toEqual([]);
  if (!builder.preview) throw new Error('no preview');
  expect(scoreResponse(builder.preview, [3, 3, 3])).toMatchObject({ kind: 'scored', total: 9 });
});

test('every change can be taken back, typing too, one step at a time', () => {
  const builder = begun();
  builder.addItems('One\nTwo');
  const [first] = builder.questionnaire.items;
  if (!first) throw new Error('no item');
  first.text = 'One, reworded';
  builder.moveItem(first.id, 1);
  expect(texts(builder)).toEqual(['Two', 'One, reworded']);
  builder.undo();
  expect(texts(builder)).toEqual(['One, reworded', 'Two']);
  builder.undo();
  expect(texts(builder)).toEqual(['One', 'Two']);
  builder.undo();
  expect(texts(builder)).toEqual(['']);
});

test('what is typed and not yet left is one step back as well', () => {
  const builder = begun();
  builder.remember();
  builder.draft.name = 'Another name';
  builder.undo();
  expect(builder.draft.name).toBe('A scale');
});

test('an item moves no further than the ends, and a move that is none is no step', () => {
  const builder = begun();
  builder.addItems('One\nTwo');
  const first = builder.questionnaire.items[0]?.id ?? '';
  expect(builder.moveItem(first, -1)).toBe(1);
  expect(builder.moveItem(first, 1)).toBe(2);
  expect(builder.moveItem(first, 1)).toBe(2);
  builder.undo();
  expect(texts(builder)).toEqual(['One', 'Two']);
});

test('an item that leaves the total leaves its subscales', () => {
  const builder = begun();
  builder.addItems('One\nTwo');
  const [first, second] = builder.questionnaire.items;
  if (!first || !second) throw new Error('no items');
  builder.addSubscale();
  const [subscale] = builder.questionnaire.subscales;
  if (!subscale) throw new Error('no subscale');
  subscale.itemIds = [first.id, second.id];
  builder.setUnscored(first, true);
  expect(builder.questionnaire.subscales[0]?.itemIds).toEqual([second.id]);
  builder.removeItem(second.id);
  expect(builder.questionnaire.subscales[0]?.itemIds).toEqual([]);
});

test('a safety item asks from above the lowest answer on, unless something else was said', () => {
  const builder = begun();
  const [item] = builder.questionnaire.items;
  if (!item) throw new Error('no item');
  builder.setSafety(item, true);
  expect(item.safetyAbove.value).toBe(0);
  item.safetyAbove = { value: 1, text: '1' };
  builder.setSafety(item, false);
  builder.setSafety(item, true);
  expect(item.safetyAbove.value).toBe(1);
});

test('an item can have answers of its own, begun from a copy', () => {
  const builder = begun();
  builder.addItems('One\nTwo');
  const [, second] = builder.questionnaire.items;
  const [set] = builder.questionnaire.answerSets;
  if (!second || !set) throw new Error('nothing there');
  const id = builder.addAnswerSet(set, second);
  expect(second.answerSetId).toBe(id);
  builder.questionnaire.answerSets[1]?.answers.pop();
  expect(builder.totals?.range).toEqual({ min: 0, max: 5 });
  expect(builder.questionnaire.answerSets[0]?.answers).toHaveLength(4);
});

test('there is no preview while an item is empty, and it does not wait for a name', () => {
  const builder = begun();
  expect(builder.preview).toBeNull();
  builder.addItems('One');
  builder.draft.name = '';
  builder.draft.better = null;
  expect(builder.preview?.range).toEqual({ min: 0, max: 3 });
  builder.addBand();
  const [band] = builder.draft.bands;
  if (band) band.label = 'unfinished';
  expect(builder.preview?.bands).toEqual([]);
});

test('a wider range is noticed against the version in use', () => {
  const builder = begun();
  builder.addItems('One');
  const before = {
    id: 'own-1',
    version: '3',
    name: 'A scale',
    range: { min: 0, max: 6 },
    step: 1,
    better: 'lower',
  } as const;
  const changed = new MeasureBuilder(before, builder.draft);
  expect(changed.hasOtherRange).toBe(true);
  expect(changed.nextVersion).toBe(4);
});
