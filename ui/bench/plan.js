// The plan that the bench drags in: 40 objectives, 5,000 tasks, 6,000 dependencies, made of a template.

/** Runs a command of the core at `address`, which it printed itself. */
async function call(address, name, request) {
  const core = new URL(address);
  const reply = await fetch(new URL(`/call/${name}`, core), {
    method: "POST",
    headers: { authorization: `Bearer ${core.searchParams.get("token")}` },
    body: JSON.stringify(request),
  });
  if (!reply.ok) throw new Error(`${name}: ${await reply.text()}`);
  return (await reply.json()).result;
}

const numbers = (length) => Array.from({ length }, (_, at) => at);

/** 25 tasks, the last a milestone: each waits for the one before it, and six for one further back too. */
function initiative(o, i) {
  const key = (t) => `${o}_${i}_${t}`;
  const begin = (o * 29 + i * 31) % 200;
  const tasks = numbers(25).map((t) => {
    const start_day = begin + t * 12;
    const after = [t - 1, ...(t % 4 === 0 ? [t - 4] : [])].filter((before) => before >= 0);
    return {
      key: key(t),
      title: `Task ${key(t)}`,
      ...(t === 24 ? { milestone: true } : { start_day }),
      due_day: start_day + 2 + (t % 10),
      after: after.map((before) => ({ key: key(before) })),
    };
  });
  return { key: `${o}_${i}`, title: `Initiative ${o}.${i}`, tasks };
}

/** Makes the plan; answers its id. */
export async function makePlan(address) {
  const objectives = numbers(40).map((o) => ({
    key: `${o}`,
    title: `Objective ${o}`,
    initiatives: numbers(5).map((i) => initiative(o, i)),
  }));
  const template = { title: "Large", content: { weeks: 120, objectives } };
  const { id: template_id } = await call(address, "template.create", template);
  const { id: account_id } = await call(address, "account.create", { name: "Large" });
  const request = { template_id, account_id, start: "2026-01-05" };
  return (await call(address, "template.apply", request)).plan_id;
}
