import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

type FindFormProps = {
  /** The page that answers; the text goes into its address as `find`. */
  action: string;
  find: string;
  texts: { readonly form: string; readonly label: string; readonly hint: string; readonly submit: string };
};

/** Looks a consignment up by an identifier. A plain form: it works before any script has loaded, and its address can be kept. */
export function FindForm({ action, find, texts }: FindFormProps) {
  return (
    <form action={action} method="get" aria-label={texts.form} className="flex flex-wrap items-end gap-3">
      <TextField
        className="min-w-0 grow basis-72 sm:max-w-md"
        name="find"
        type="search"
        label={texts.label}
        hint={texts.hint}
        defaultValue={find}
        maxLength={70}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <Button type="submit" variant="primary" icon={<Search className="size-4" aria-hidden="true" />}>
        {texts.submit}
      </Button>
    </form>
  );
}
