// The fields of an account that can be set for several at once.
import * as words from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import type { Settable } from "$shared/settable";

export const accountFields = (): Settable[] => {
  const none = m.not_set();
  return [
    {
      field: "success_tier",
      label: m.tier(),
      kind: "choice",
      choices: words.choices(words.successTier),
      none,
    },
    {
      field: "priority",
      label: m.priority(),
      kind: "choice",
      choices: words.choices(words.priority),
      none,
    },
    {
      field: "lifecycle_stage",
      label: m.stage(),
      kind: "choice",
      choices: words.choices(words.lifecycleStage),
    },
    { field: "renewal_date", label: m.renewal_date(), kind: "day" },
    { field: "region", label: m.region(), kind: "text" },
    { field: "segment", label: m.segment(), kind: "text" },
  ];
};
