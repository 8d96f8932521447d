import { redirect } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { startOf } from '@/app/_server/navigation';
import { routes } from '@/app/_server/routes';

/** The start page is each role's own work. */
export default async function StartPage() {
  const { role } = await requireActor();
  redirect(role === 'system' ? routes.help() : startOf(role));
}
