import { writeFile } from 'node:fs/promises';
import { Board } from './pages/board.ts';
import { Desk } from './pages/desk.ts';
import { expect, test } from './test.ts';

/** Without power nothing runs; with it both other pumps have to fail: 1e-4 + (1 - 1e-4) · 0.01². */
const PUMPS = `<?xml version="1.0"?>
<opsa-mef>
  <define-fault-tree name="cooling">
    <label>Emergency cooling</label>
    <define-gate name="no-cooling">
      <or>
        <gate name="pumps"/>
        <gate name="first"/>
      </or>
    </define-gate>
    <define-gate name="pumps">
      <label>Two of three pumps lost</label>
      <atleast min="2">
        <gate name="first"/>
        <or><basic-event name="pump-2"/><event name="power"/></or>
        <basic-event name="pump-3"/>
      </atleast>
    </define-gate>
    <define-gate name="first">
      <and><basic-event name="power"/><house-event name="no-battery"/></and>
    </define-gate>
    <define-house-event name="no-battery"><constant value="true"/></define-house-event>
  </define-fault-tree>
  <model-data>
    <define-basic-event name="power"><float value="1e-4"/></define-basic-event>
    <define-basic-event name="pump-2"><float value="0.01"/></define-basic-event>
    <define-basic-event name="pump-3"><div><int value="1"/><int value="100"/></div></define-basic-event>
  </model-data>
</opsa-mef>
`;

test.describe('fault trees', () => {
  test('opens as a board of its own, laid out, with its number', async ({ page }) => {
    const desk = new Desk(page);
    await desk.open();
    await desk.chooseFile('cooling.xml', PUMPS);
    await desk.expectTitle('Emergency cooling');
    await expect(desk.number).toHaveText('99.9800 %');
    const board = new Board(page);
    await expect(board.components()).toHaveCount(8);
    await expect(board.nodeOf('pumps')).toContainText(/Two of three pumps lost.*2 of 3/);
    await expect(board.nodeOf('power')).toBeInViewport();
    const boxes = await Promise.all((await board.components().all()).map((node) => board.boxOf(node)));
    const apart = boxes.every((box, index) =>
      boxes.slice(index + 1).every((other) => {
        const beside = box.x + box.width <= other.x || other.x + other.width <= box.x;
        return beside || box.y + box.height <= other.y || other.y + other.height <= box.y;
      }),
    );
    expect(apart).toBe(true);
  });

  test('is kept like any other board, and what was open before is still there', async ({ page }) => {
    const desk = new Desk(page);
    await desk.open();
    await desk.retitle('Before');
    await desk.chooseFile('cooling.xml', PUMPS);
    await desk.expectTitle('Emergency cooling');
    await expect(desk.saved()).toHaveText(/saved/i);
    await desk.reload();
    await desk.expectTitle('Emergency cooling');
    await desk.command('Recent boards');
    await expect(desk.dialog('Boards').getByRole('button', { name: /^Before/ })).toBeVisible();
  });

  test('dropped on the board; a broken one is refused with its lines, and the board stays', async ({ page }, info) => {
    const desk = new Desk(page);
    await desk.open();
    const path = info.outputPath('tree.xml');
    await writeFile(path, PUMPS);
    await desk.dropFile(path);
    await desk.expectTitle('Emergency cooling');
    await writeFile(
      path,
      PUMPS.replace('<event name="power"/>', '<not><event name="power"/></not>').replace(
        'name="pump-3"',
        'name="pump-4"',
      ),
    );
    await desk.dropFile(path);
    await expect(desk.notice('tree.xml was not opened')).toContainText('line 15: <not> is not coherent');
    await expect(desk.notice('tree.xml was not opened')).toContainText(
      'line 16: There is no basic-event named "pump-4"',
    );
    await desk.expectTitle('Emergency cooling');
    await expect(desk.number).toHaveText('99.9800 %');
  });
});
