import { redirect } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';

/** Consignments are found by an identifier; there is no list of all of them. */
export default async function ConsignmentsPage() {
  await requireActor('consignment.read');
  redirect(routes.search());
}
