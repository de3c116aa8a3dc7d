// Writes rows without end and tells each number when it is kept: node writing-child.ts '{"folder": …}' FROM
import { openDatabase } from '../../src/store/database.ts';

const [place = '', from = '0'] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(place));
process.send?.({ open: process.pid });
for (let n = Number(from); ; n++) {
  const slug = `w${n}`;
  // By turns: alone, in a transaction of Prisma with a second row that belongs to it, and by SQL.
  if (n % 3 === 0) await database.prisma.workspace.create({ data: { slug, name: 'x'.repeat(n % 5000) } });
  else if (n % 3 === 1) {
    await database.prisma.$transaction(async (prisma) => {
      const { id } = await prisma.workspace.create({ data: { slug, name: '' } });
      await prisma.scenario.create({ data: { workspaceId: id, slug } });
    });
  } else {
    await database.sql.transaction(async (sql) => {
      await sql.query(
        `WITH made AS (INSERT INTO "Workspace" (id, slug, name) VALUES (gen_random_uuid(), $1, '') RETURNING id) SELECT id FROM made`,
        [slug],
      );
      await sql.query(
        `INSERT INTO "Scenario" (id, "workspaceId", slug) SELECT gen_random_uuid(), id, slug FROM "Workspace" WHERE slug = $1`,
        [slug],
      );
    });
  }
  process.send?.({ kept: n });
}
