import { App } from './pages/app.ts';
import { expect, test } from './test.ts';

test.describe('the first minute', () => {
  let app: App;

  test.beforeEach(async ({ page }) => {
    app = new App(page);
    await app.open();
  });

  test('shows the checkout, what holds it back, what would help, and where it stands', async ({ page }) => {
    await test.step('shows the checkout with its numbers and what holds it back', async () => {
      await expect(page).toHaveTitle('Checkout · Nineboard');
      await expect(app.figure('availability')).toHaveText('99.9497 %');
      await expect(page.getByText('misses 99.99 %').first()).toBeVisible();
      await expect(app.figure('downtime')).toHaveText('4.41 h down a year · 99.889 % if 5 % of failures were shared');
      await expect(app.figure('binding')).toContainText(
        'Payment gateway holds it back: it causes 99.4 % of the downtime',
      );
      await expect(app.figure('binding')).toContainText(
        'Perfect everywhere else, the checkout could still not pass 99.95 %',
      );
    });

    await test.step('draws what causes the downtime and where the design stands among the nines', async () => {
      await expect(page.getByRole('img', { name: /One part causes nearly all of it/ })).toBeVisible();
      await expect(page.getByRole('img', { name: /99\.99 % allows 53 minutes, this takes 4\.41 h/ })).toBeVisible();
      await expect(app.dock()).toContainText('you: 4.41 h');

      await app.dock().getByRole('button', { name: 'Show as a table' }).first().click();
      const row = app.dock().getByRole('row', { name: /Payment gateway/ });
      await expect(row).toContainText('4.38 h');
      await expect(row).toContainText('99.4 %');
    });

    await test.step('says in three sentences how it stands, and one button shows what would help', async () => {
      const dock = app.dock();
      await expect(app.tab('Summary')).toHaveAttribute('aria-selected', 'true');
      await expect(dock).toContainText('Checkout is down 4.41 h a year.');
      await expect(dock).toContainText(
        'The payment gateway causes 99.4 % of it; more app replicas save half a minute.',
      );
      await expect(dock).toContainText('A second provider brings it to 1.7 min.');

      await app.button('Try a second provider').click();
      await expect(app.figure('availability')).toHaveText('99.999675 %');
      await expect(page.getByText('meets 99.99 %').first()).toBeVisible();
      const bar = page.getByRole('status', { name: 'What if' });
      await expect(bar).toContainText('What if: Second provider for Payment gateway');
      await expect(bar).toContainText('99.9497 %, 4.41 h');
      await expect(app.figure('what-if')).toHaveText('99.999675 %, 1.7 min');

      await app.button('Discard').click();
      await expect(app.figure('availability')).toHaveText('99.9497 %');
      await expect(app.button('Undo')).toBeDisabled();

      await test.step('by keyboard the focus goes on to applying it, and from there to the sentences', async () => {
        await app.button('Try a second provider').press('Enter');
        await expect(app.button('Apply')).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(bar).toBeHidden();
        await expect(page.getByRole('tabpanel')).toBeFocused();
      });
      await expect(app.figure('availability')).toHaveText('99.999675 %');
      await app.undo();
      await expect(app.figure('availability')).toHaveText('99.9497 %');
    });

    await test.step('leads from what holds it back to the component', async () => {
      await app.button('Payment gateway').click();
      await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('External');
      await expect(app.tab('Availability')).toHaveAttribute('aria-selected', 'true');
    });

    await test.step('has the second design with two providers', async () => {
      await app.designs().nth(1).click();
      await expect(app.figure('availability')).toHaveText('99.999675 %');
    });
  });
});
