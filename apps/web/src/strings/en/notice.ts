/** docs/responsible-use.md in a few lines. */
export const notice = {
  title: 'What is measured, and what it is not for',
  measured: 'Measured',
  measuredItems: [
    'Which of seven expressions a face resembles. An expression is not a feeling.',
    'Whether the eyes point at the lens. Not attention, and not honesty.',
    'Small, dark, blurred or turned faces are read worse, and error rates differ between groups of people.',
  ],
  notFor: 'Not to be used for',
  notForItems: [
    'Staff, applicants, pupils or students: in the EU this is prohibited (AI Act, Article 5).',
    'Decisions about a person: hiring, credit, insurance, policing, borders, health.',
    'Lie detection, or claims about character, intention or mental health.',
    'Watching people who do not know it, or recognising who somebody is.',
  ],
  before: 'Tell people what is measured, ask them, and take a no without consequences.',
  more: 'Responsible use, in full',
};
