import { redirect } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { startOf } from '@/app/_server/navigation';
import { routes } from '@/app/_server/routes';
import { isPersonRole } from '@/lib/identity/roles';

/** The start page is each role's own work. */
export default async function StartPage() {
  const { role } = await requireActor();
  redirect(isPersonRole(role) ? startOf(role) : routes.help());
}
