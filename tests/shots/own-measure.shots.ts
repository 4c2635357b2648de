// The builder of one's own measures, a FHIR file on its way in, and what is said of one that is not taken.
import { lookAroundOnKnownDay } from '../browser/support/example.ts';
import { expect, test } from '../browser/support/test.ts';
import { shoot } from './shoot.ts';

const option = (value: number, display: string): object => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: value }],
  valueCoding: { code: `c${value}`, display },
});
const answers = ['Not at all', 'A little', 'Quite a lot', 'Very much'].map((label, value) =>
  option(value, label),
);
const question = (linkId: string, text: string, more: object = {}): object => ({
  linkId,
  text,
  type: 'choice',
  answerOption: answers,
  ...more,
});

/** Made up: nobody's questionnaire. */
const file = JSON.stringify({
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Ease in company',
  copyright: 'Made up for a picture.',
  item: [
    { linkId: 'stem', type: 'display', text: 'In the last week, how much has this been true of you?' },
    question('a', 'I could say what I wanted to say when other people were there'),
    question('b', 'I left early'),
    question('c', 'I thought about it for hours afterwards, going over every word that was said'),
    { linkId: 'd', text: 'Anything else?', type: 'text' },
    {
      linkId: 'total',
      text: 'Score',
      type: 'decimal',
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
          valueExpression: { language: 'text/cql', expression: 'Score' },
        },
      ],
    },
  ],
});

test('own measures', async ({ page, app }) => {
  test.setTimeout(240_000);
  await lookAroundOnKnownDay(page, app);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await page.getByRole('button', { name: 'New measure' }).click();
  await page.getByRole('radio', { name: /Item by item/ }).check();
  await page.getByRole('button', { name: 'Save the measure' }).click();
  await shoot(page, 'measure-new', { fullPage: true });
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Bring in a FHIR questionnaire' }).click();
  await page.getByLabel('Or paste it').fill('{"resourceType": "Patient"}');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('It is a FHIR Patient')).toBeVisible();
  await shoot(page, 'fhir-refused');
  await page.getByLabel('Or paste it').fill(file);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('is in the builder')).toBeVisible();
  await page.getByRole('radio', { name: /^Lower/ }).check();
  await page.locator('summary', { hasText: 'Scoring of item 1' }).click();
  await page.getByRole('checkbox', { name: /^Reversed/ }).check();
  await page.getByRole('button', { name: 'Add a subscale' }).click();
  await page.getByLabel('Name of subscale 1').fill('Leaving');
  await page.getByRole('checkbox', { name: /^2 I left early/ }).check();
  await page.getByRole('button', { name: 'Add a band' }).click();
  await page.getByLabel('Band 1 begins at').fill('5');
  await page.getByLabel('Name of band 1').fill('much');
  await shoot(page, 'measure-builder', { fullPage: true });
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.keyboard.press('1');
  await shoot(page, 'measure-trial');
  await page.keyboard.press('3');
  await page.keyboard.press('3');
  await shoot(page, 'measure-trial-done');
});
