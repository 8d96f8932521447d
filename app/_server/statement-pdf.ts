import 'server-only';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** A page of A4 in points, and the room around what is written. */
const MARGIN = 48;
const FONT_FOLDER = join('node_modules', 'geist', 'dist', 'fonts', 'geist-sans');
const LINE = 15;

/** A statement in words: everything is text by now, amounts included. */
export type StatementWords = {
  readonly title: string;
  readonly holder: string;
  /** Names and values, two a row. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
  readonly foot: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly madeAt: Date;
};

/** Widths of the columns; the last two hold amounts and stand to the right, as the third from the right does. */
const WIDTHS = [70, 110, 105, 54, 80, 80] as const;
const FIGURES_FROM = 3;

/** The statement as a PDF: A4, the head of the table on every page, pages numbered. */
export async function statementPdf(words: StatementWords): Promise<Uint8Array> {
  const info = { Title: `${words.title}, ${words.holder}`, CreationDate: words.madeAt };
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, info });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    doc.on('end', () => resolve());
    doc.on('error', reject);
  });
  doc.registerFont('text', join(process.cwd(), FONT_FOLDER, 'Geist-Regular.ttf'));
  doc.registerFont('strong', join(process.cwd(), FONT_FOLDER, 'Geist-SemiBold.ttf'));
  heading(doc, words);
  table(doc, words);
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.font('text').fontSize(8).fillColor('#555555');
    const bottom = doc.page.height - MARGIN + 12;
    // Below the margin a text would begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.text(words.pageOf(page + 1, count), MARGIN, bottom, { width: doc.page.width - 2 * MARGIN, align: 'right' });
    doc.page.margins.bottom = MARGIN;
  }
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

type Doc = InstanceType<typeof PDFDocument>;

function heading(doc: Doc, { title, holder, facts }: StatementWords): void {
  doc.font('strong').fontSize(16).fillColor('#000000').text(title);
  doc.font('text').fontSize(11).text(holder).moveDown(0.8);
  const column = (doc.page.width - 2 * MARGIN) / 2;
  const top = doc.y;
  facts.forEach(([name, value], index) => {
    const x = MARGIN + (index % 2) * column;
    const y = top + ((index - (index % 2)) / 2) * 28;
    doc
      .font('text')
      .fontSize(8)
      .fillColor('#555555')
      .text(name, x, y, { width: column - 10 });
    doc
      .font('strong')
      .fontSize(10)
      .fillColor('#000000')
      .text(value, x, y + 10, { width: column - 10 });
  });
  doc.x = MARGIN;
  doc.y = top + ((facts.length + (facts.length % 2)) / 2) * 28 + 10;
}

function table(doc: Doc, { head, rows, total, foot }: StatementWords): void {
  const bottom = doc.page.height - MARGIN - LINE;
  row(doc, head, 'strong');
  for (const cells of rows) {
    if (doc.y > bottom) {
      doc.addPage();
      row(doc, head, 'strong');
    }
    row(doc, cells, 'text');
  }
  if (doc.y > bottom - 3 * LINE) doc.addPage();
  row(doc, total, 'strong');
  doc.moveDown(1);
  doc
    .font('text')
    .fontSize(8)
    .fillColor('#555555')
    .text(foot, MARGIN, doc.y, { width: doc.page.width - 2 * MARGIN });
}

function row(doc: Doc, cells: readonly string[], font: 'text' | 'strong'): void {
  const { y } = doc;
  let x = MARGIN;
  doc.font(font).fontSize(9).fillColor('#000000');
  WIDTHS.forEach((width, index) => {
    const align = index >= FIGURES_FROM ? 'right' : 'left';
    doc.text(cells[index] ?? '', x, y, { width: width - 4, align, lineBreak: false, ellipsis: true, height: LINE });
    x += width;
  });
  doc
    .moveTo(MARGIN, y + LINE - 2)
    .lineTo(x, y + LINE - 2)
    .lineWidth(0.5)
    .strokeColor('#cccccc')
    .stroke();
  doc.x = MARGIN;
  doc.y = y + LINE;
}
