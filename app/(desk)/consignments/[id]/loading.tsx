import { SkeletonPanel, SkeletonTable } from '@/components/ui/skeleton';

/** The shape of the screen while it is fetched. */
export default function ConsignmentLoading() {
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[45rem]:grid-cols-[minmax(0,1fr)_20rem]">
        <SkeletonPanel lines={6} />
        <SkeletonPanel lines={6} />
        <SkeletonTable rows={4} columns={8} />
      </div>
    </div>
  );
}
