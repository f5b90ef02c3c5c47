import * as v from 'valibot';

/** Days from the day the workspace is loaded: "+8d", "-30d". */
const offset = v.pipe(v.string(), v.regex(/^[+-]\d+d$/));
const text = v.string();
const maybe = v.nullish(v.string(), null);

/** A demonstration workspace as the sample county writes it (`data/sample-county/workspace.json`). */
export const demoWorkspaceSchema = v.object({
  name: text,
  zone: text,
  organizations: v.array(
    v.object({ id: text, name: text, sector: text, level: text, joined: offset })
  ),
  people: v.array(v.object({ id: text, name: text, organization: text })),
  commitments: v.array(
    v.object({
      giver: v.object({ organization: maybe, stakeholder: maybe }),
      what: text,
      state: text,
      due: offset,
      evidence: maybe
    })
  ),
  campaign: v.object({
    title: text,
    status: text,
    leadOrganization: text,
    issue: text,
    ask: text,
    goals: v.array(v.object({ horizon: text, victory: text })),
    objectives: v.array(
      v.object({
        text,
        measure: v.object({
          indicator: maybe,
          variable: maybe,
          count: maybe,
          domain: v.nullish(v.object({ variable: text, category: text }), null)
        }),
        unit: text,
        baseline: v.number(),
        target: v.number(),
        due: offset
      })
    ),
    tasks: v.array(v.object({ title: text, owner: text, due: offset, status: text }))
  }),
  stakeholders: v.array(
    v.object({
      id: text,
      name: text,
      kind: text,
      title: text,
      role: text,
      rating: v.object({ support: v.number(), influence: v.number(), basis: text, ratedAt: offset })
    })
  ),
  measures: v.array(
    v.object({
      id: text,
      identifier: text,
      title: text,
      jurisdiction: text,
      session: maybe,
      pipeline: text,
      stage: maybe,
      classification: v.array(text),
      fromOrganization: text,
      position: text,
      whyUs: text,
      sourceChecked: offset,
      actions: v.array(
        v.object({
          date: offset,
          organization: text,
          description: text,
          classification: v.array(text)
        })
      )
    })
  ),
  policyActions: v.array(
    v.object({
      kind: text,
      title: text,
      measure: text,
      body: text,
      state: text,
      doneAt: v.nullish(offset, null),
      document: maybe,
      response: maybe
    })
  ),
  hearing: v.object({
    title: text,
    body: text,
    measure: text,
    status: text,
    date: offset,
    time: text,
    zone: text,
    place: v.object({ name: text, address: text, note: maybe }),
    rules: v.object({
      limitIndividualSeconds: v.number(),
      copiesRequired: v.number(),
      signUpCloses: v.object({ date: offset, time: text }),
      materialsDue: v.object({ date: offset, time: text }),
      writtenDue: v.object({ date: offset, time: text }),
      screen: v.boolean(),
      slideRatio: maybe,
      sourceNote: maybe
    }),
    speakers: v.array(
      v.object({
        name: text,
        role: text,
        organization: text,
        language: text,
        message: text,
        consent: text,
        status: text
      })
    ),
    script: v.object({ paragraphs: v.array(v.object({ text })) }),
    questions: v.array(v.object({ asked: text, answer: text }))
  })
});
export type DemoWorkspace = v.InferOutput<typeof demoWorkspaceSchema>;
