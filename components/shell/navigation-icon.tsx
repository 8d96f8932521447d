import {
  Archive,
  ArrowLeftRight,
  BadgeCheck,
  BrainCircuit,
  Building2,
  ChartColumn,
  CircleHelp,
  ClipboardCheck,
  EyeOff,
  FileUp,
  Gauge,
  Inbox,
  KeyRound,
  Landmark,
  type LucideIcon,
  MessageCircleQuestion,
  Package,
  Scale,
  ScanSearch,
  ScrollText,
  Settings,
  ShieldAlert,
  SlidersHorizontal,
  Table2,
  Target,
  TriangleAlert,
  Users,
  Webhook,
} from 'lucide-react';

/** The places of the product and the sign each is known by. */
const icons = {
  queue: Inbox,
  consignments: Package,
  examinations: ScanSearch,
  approvals: ClipboardCheck,
  referrals: MessageCircleQuestion,
  team: Users,
  handOver: ArrowLeftRight,
  secondLook: EyeOff,
  dashboard: Gauge,
  statistics: ChartColumn,
  explorer: Table2,
  effectiveness: Target,
  intake: FileUp,
  quarantine: TriangleAlert,
  quality: BadgeCheck,
  risk: ShieldAlert,
  policy: SlidersHorizontal,
  law: Scale,
  revenue: Landmark,
  model: BrainCircuit,
  partners: Building2,
  audit: ScrollText,
  reference: Archive,
  users: Users,
  keys: KeyRound,
  webhooks: Webhook,
  administration: Settings,
  help: CircleHelp,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

export function NavigationIcon({ name }: { name: IconName }) {
  const Icon = icons[name];
  return <Icon className="size-4 shrink-0" aria-hidden="true" />;
}
