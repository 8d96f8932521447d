'use client';

import './globals.css';
import { FaultPage } from '@/components/shell/fault-page';
import shell from '@/lib/messages/en/shell.json';

/** The last resort, when the document itself failed: plain English without provider, a link that works without script. */
export default function GlobalError({ error }: { error: unknown }) {
  const text = shell.fault;
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <html lang="en-GB">
      <body>
        <title>{`${text.title} · ${shell.product}`}</title>
        <FaultPage title={text.title} reference={digest} referenceLabel={text.reference}>
          <p>{text.saved}</p>
          <p>{text.whatToDo}</p>
          <p>
            {/* A full load on purpose: the running application is what failed. */}
            {/* oxlint-disable-next-line nextjs/no-html-link-for-pages */}
            <a className="text-accent underline" href="/">
              {text.home}
            </a>
          </p>
        </FaultPage>
      </body>
    </html>
  );
}
