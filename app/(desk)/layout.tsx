import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requireSignedIn } from '@/app/_server/actor';
import { navigationOf } from '@/app/_server/navigation';
import { routes } from '@/app/_server/routes';
import { waitingByOffice } from '@/app/_server/waiting';
import { IDLE } from '@/components/forms/action-state';
import { SessionWatch } from '@/components/identity/session-watch';
import { StepUpProvider } from '@/components/identity/step-up';
import { AppShell } from '@/components/shell/app-shell';
import { NAVIGATION_COOKIE } from '@/components/shell/navigation-groups';
import { countOpenQuestions } from '@/db/queries/consignment/count-open-questions';
import { ownKeysOf } from '@/lib/identity/own-keys';
import { can } from '@/lib/identity/permissions';
import { isPersonRole } from '@/lib/identity/roles';
import { confirmSelfAction, keepSessionAction, lockAction, signOutAction, switchOfficeAction } from './actions';

/** The frame of everybody who is signed in. It shows the person's places; each page and query checks authority by itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor, offices, preferences, hasPassword, hasTotp } = await requireSignedIn();
  const role = actor.role;
  const places = isPersonRole(role) ? navigationOf(role) : [];
  const works = offices.length > 1 && can(actor, 'clearance.queue');
  const [t, tTracking, questions, waitingIn] = await Promise.all([
    getTranslations('identity.role'),
    getTranslations('tracking'),
    can(actor, 'consignment.track') ? countOpenQuestions(actor) : 0,
    works ? waitingByOffice() : ({} as Readonly<Record<string, number>>),
  ]);
  const waiting = questions > 0 ? { count: questions, text: tTracking('open.title', { count: questions }) } : null;
  return (
    <AppShell
      user={{ name: actor.name, role, roleLabel: t(role) }}
      offices={offices.map((office) => ({ ...office, waiting: works ? (waitingIn[office.id] ?? 0) : null }))}
      currentOfficeId={actor.officeId ?? ''}
      ownKeys={ownKeysOf(preferences)}
      navigation={places.map((entry) => (entry.labelKey === 'tracking' && waiting ? { ...entry, waiting } : entry))}
      navigationCookie={(await cookies()).get(NAVIGATION_COOKIE)?.value ?? ''}
      signOutAction={signOutAction.bind(null, IDLE)}
      lockAction={lockAction.bind(null, IDLE)}
      signInHref={routes.signIn()}
      switchOfficeAction={switchOfficeAction.bind(null, IDLE)}
    >
      <StepUpProvider hasPassword={hasPassword} hasTotp={hasTotp} confirmAction={confirmSelfAction}>
        {children}
      </StepUpProvider>
      <SessionWatch
        timeLeftHref={routes.sessionTimeLeft()}
        signInHref={routes.signIn()}
        keepAction={keepSessionAction}
      />
    </AppShell>
  );
}
