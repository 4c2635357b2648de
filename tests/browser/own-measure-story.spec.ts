// A therapist builds a measure item by item, tries it, uses it, changes it; and brings one in from a FHIR file.
import { expectAccessible } from './support/accessible.ts';
import { lookAround, oracleIsThere, oraclePath, patience } from './support/bring-in.ts';
import { lookAroundOnKnownDay, openExample } from './support/example.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const toLibrary = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();

async function toNewMeasure(page: Page): Promise<void> {
  await toLibrary(page);
  await page.getByRole('button', { name: 'New measure' }).click();
  await expect(page.getByRole('heading', { name: 'New measure' })).toBeFocused();
}

/** Types into what has the focus and goes on by Tab, as a person does who never touches the mouse. */
async function typeAnswers(page: Page, words: readonly string[]): Promise<void> {
  await page.getByLabel('Words of answer 1').focus();
  for (const [index, word] of words.entries()) {
    await page.keyboard.type(word);
    if (index < words.length - 1) for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  }
}

test.describe('a measure of one’s own', () => {
  test.setTimeout(180_000);
  test.use({ actionTimeout: 15_000 });

  test('is built by keyboard alone, tried, used, and changed into a version beside the old one', async ({
    page,
    app,
  }) => {
    await lookAroundOnKnownDay(page, app);
    await toNewMeasure(page);
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await page.keyboard.type('Evening calm');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /Item by item/ })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.getByRole('radio', { name: /^Lower/ })).toBeChecked();

    await typeAnswers(page, ['Never', 'At times', 'Often', 'Always']);
    await page.getByLabel('Item 1', { exact: true }).focus();
    await page.keyboard.type('I lie awake');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Item 2', { exact: true })).toBeFocused();
    await page.keyboard.type('I wind down well');
    await page.keyboard.press('Enter');
    await page.keyboard.type('I wish not to wake up');
    await expect(page.getByText('Totals go from 0 to 9.')).toBeVisible();

    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByLabel('Item 2', { exact: true })).toHaveValue('I wish not to wake up');
    await expect(page.getByLabel('Item 2', { exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(page.getByLabel('Item 3', { exact: true })).toHaveValue('I wish not to wake up');
    await page.getByRole('button', { name: 'Move item 3 up' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Move item 2 up' })).toBeFocused();
    await page.getByRole('button', { name: 'Move item 2 down' }).press('Enter');

    await page.locator('summary', { hasText: 'Scoring of item 2' }).press('Enter');
    await page.getByRole('checkbox', { name: /^Reversed/ }).press('Space');
    await page.locator('summary', { hasText: 'Scoring of item 2' }).press('Enter');
    await page.locator('summary', { hasText: 'Scoring of item 3' }).press('Enter');
    await page.getByRole('checkbox', { name: /^Asks about safety/ }).press('Space');
    await expect(page.getByLabel('Talk about item 3 when its answer is more than')).toHaveValue('0');
    await page.getByRole('button', { name: 'Add a band' }).press('Enter');
    await page.keyboard.type('5');
    await page.getByLabel('Name of band 1').fill('restless');
    await expectAccessible(page, 'the builder');

    await page.getByRole('button', { name: 'Try it' }).press('Enter');
    const trial = page.getByRole('dialog', { name: /Trying it/ });
    await expect(trial.getByText('0 of 3 answered: no total yet.')).toBeVisible();
    await page.keyboard.press('3');
    await page.keyboard.press('0');
    await page.keyboard.press('1');
    await expect(trial.getByText('Total 7, of 0 to 9: restless')).toBeVisible();
    await expect(trial.getByText('Item 3 was answered “At times”')).toBeVisible();
    await expect(trial.getByRole('button', { name: 'From the beginning' })).toBeFocused();
    await expectAccessible(page, 'the trial');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save the measure' }).press('Enter');
    await expect(page.locator('summary', { hasText: 'Evening calm' })).toContainText('3 items');

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
    await openExample(page, 'Example: Orchard 05');
    await page.getByRole('link', { name: 'Add a score' }).first().click();
    await page.getByLabel('Measure').selectOption({ label: 'Evening calm' });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    for (const [index, key] of ['2', '1', '0'].entries()) {
      await expect(page.getByText(`${index + 1} of 3`, { exact: true })).toBeVisible();
      await page.keyboard.press(key);
    }
    await page.getByRole('button', { name: 'Save', exact: false }).first().click();
    await expect(page.getByRole('heading', { name: 'Example: Orchard 05' })).toBeVisible(patience);

    await toLibrary(page);
    await page.locator('summary', { hasText: 'Evening calm' }).click();
    await page.getByRole('button', { name: 'Change, as a new version' }).click();
    await expect(page.getByText('1 client has scores with version 1.')).toBeVisible(patience);
    await page.getByRole('button', { name: 'Add an item' }).click();
    await page.keyboard.type('I dread the night');
    await expect(page.getByText('Its totals went from 0 to 9 until now, and go from 0 to 12')).toBeVisible();
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await expect(page.locator('summary', { hasText: 'Evening calm' })).toContainText('4 items');

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
    await openExample(page, 'Example: Orchard 05');
    await expect(page.getByText('Evening calm (version 1)').first()).toBeVisible(patience);
    await expect(
      page.getByText('Too few points to say. One Evening calm (version 1) so far: 4 on 12 March 2026.', {
        exact: true,
      }),
    ).toBeVisible();
  });

  test('is not saved half: what is missing is said where it is, and the focus goes there', async ({
    page,
    app,
  }) => {
    await lookAround(page, app);
    await toNewMeasure(page);
    await page.getByLabel('Name', { exact: true }).fill('PHQ-9');
    await expect(page.getByText('There is another measure of this name.')).toBeVisible();
    await page.getByRole('radio', { name: /Item by item/ }).check();
    await page.getByRole('radio', { name: /^Lower/ }).check();
    await page.getByRole('radio', { name: /the mean of the others/ }).check();
    await page.getByLabel('At most this many missing').fill('1');
    await page.getByRole('button', { name: 'Save the measure' }).click();
    await expect(page.getByText('Each of these needs words.')).toBeFocused();
    await expect(page.getByText('This item has no text.')).toBeVisible();
    await expect(page.getByText('A whole number, at least 1 and fewer than the scored items.')).toBeVisible();
    await expect(page.getByText('Without a source nothing can be prorated.')).toBeVisible();
    await typeAnswers(page, ['Never', 'At times', 'Often', 'Always']);
    await page.locator('summary', { hasText: 'Add several at once' }).click();
    await page.getByLabel('One item a line').fill('One\nTwo\n\nThree');
    await page.getByRole('button', { name: 'Add these' }).click();
    await expect(page.getByLabel('Item 3', { exact: true })).toHaveValue('Three');
    await page.getByLabel('Who allows it').fill('A manual');
    await page.getByLabel('Value of answer 2').fill('0');
    await expect(page.getByText('Two answers have the same value.')).toBeVisible();
    await page.getByLabel('Value of answer 2').fill('1');

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
    await toNewMeasure(page);
    await expect(page.getByText('This is what you had begun and not saved.')).toBeVisible();
    await expect(page.getByLabel('Item 3', { exact: true })).toHaveValue('Three');
    await page.getByRole('button', { name: 'Save the measure' }).click();
    await expect(page.locator('summary', { hasText: /PHQ-9 \(made / })).toContainText('3 items');
    await toNewMeasure(page);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
  });
});

const sum = "%resource.item.where(linkId != 'extra').answer.weight().sum()";
const option = (value: number, display: string): object => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
  valueCoding: { code: `c${value}`, display },
});
const question = (linkId: string, text: string): object => ({
  linkId,
  text,
  type: 'choice',
  answerOption: [option(0, 'Never'), option(1, 'Often')],
});
const total = {
  linkId: 'total',
  text: 'Sum',
  type: 'decimal',
  extension: [
    {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { language: 'text/fhirpath', expression: sum },
    },
  ],
};
const madeUp = {
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Made-up calm',
  item: [
    question('a', '<b>Calm</b> in the morning'),
    question('b', 'Calm at noon'),
    question('extra', 'Tea?'),
    total,
  ],
};

test.describe('a FHIR questionnaire', () => {
  test.setTimeout(120_000);
  test.use({ actionTimeout: 15_000 });

  async function paste(page: Page, text: string): Promise<void> {
    await page.getByLabel('Or paste it').fill(text);
    await page.getByRole('button', { name: 'Read it' }).click();
  }

  test('opens in the builder with what is to be looked at, and is saved as a measure', async ({
    page,
    app,
  }) => {
    await lookAround(page, app);
    await toLibrary(page);
    await page.getByRole('button', { name: 'Bring in a FHIR questionnaire' }).click();
    await expectAccessible(page, 'bringing in a FHIR questionnaire');
    for (const [text, why] of [
      ['{"resourceType":', 'It is not JSON'],
      ['{"resourceType":"Patient"}', 'It is a FHIR Patient, not a Questionnaire.'],
      [
        JSON.stringify({ ...madeUp, item: [question('a', 'x'), question('a', 'y')] }),
        'Two of its items are called “a”',
      ],
      [
        JSON.stringify({ ...madeUp, item: [{ linkId: 'a', type: 'coding' }] }),
        'of FHIR R5 (see item[0].type)',
      ],
    ] as const) {
      await paste(page, text);
      await expect(page.getByText(why)).toBeVisible();
    }
    await expectAccessible(page, 'a refused file');
    await paste(page, JSON.stringify(madeUp));
    await expect(page.getByText('“Made-up calm” is in the builder. Nothing is saved yet.')).toBeVisible();
    await expect(page.getByText('The file adds up 2 items.')).toBeVisible();
    await expect(page.getByLabel('Item 1', { exact: true })).toHaveValue('<b>Calm</b> in the morning');
    await expect(page.getByText('Totals go from 0 to 2.')).toBeVisible();
    await expectAccessible(page, 'a file in the builder');
    await page.getByRole('button', { name: 'Save the measure' }).click();
    await expect(page.getByText('Some fields need a look.')).toBeVisible();
    await page.getByRole('radio', { name: /^Higher/ }).check();
    await page.getByRole('button', { name: 'Save the measure' }).click();
    await expect(page.locator('summary', { hasText: 'Made-up calm' })).toContainText(
      '2 items, and 1 that is not scored',
    );
  });

  test('that Soundings has is offered from the library; a filled-in one is added up again', async ({
    page,
    app,
  }) => {
    test.skip(!oracleIsThere('fhir/_index.json'), 'the oracle folder is absent');
    await lookAround(page, app);
    await toLibrary(page);
    await page.getByRole('button', { name: 'Bring in a FHIR questionnaire' }).click();
    const file = page.locator('input[type=file]');
    await file.setInputFiles(oraclePath('fhir/QuestionnaireResponse-PHQ9-hl7-sdc-wrong-total.json'));
    await expect(page.getByText('The file states 13, but its answers add up to 10.')).toBeVisible();
    await expect(page.getByText('Item 9 was answered “Several days”: talk about it')).toBeVisible();
    await file.setInputFiles(oraclePath('fhir/Questionnaire-PHQ9-mii-de-en.json'));
    await expect(page.getByText('This is the PHQ-9, which Soundings has')).toBeVisible();
    await expect(page.getByText('this file is in another language (de)')).toBeVisible();
    await expectAccessible(page, 'a questionnaire that Soundings has');
    await page.getByRole('button', { name: 'Use the one in the library' }).click();
    await expect(page.locator('details[data-measure=phq-9]')).toHaveAttribute('open', '');
  });
});
