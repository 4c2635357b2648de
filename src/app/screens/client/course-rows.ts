// What is told of each course of therapy below the chart: how it ended, what each measure said by then, which follow-ups
// were planned. The current course tells its own story above, so it stands here only with its ending.
import { isFollowUp, type Course } from '../../../clinical/episodes/course.ts';
import { plannedFollowUps } from '../../../clinical/episodes/follow-ups.ts';
import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import type { ChoicesFor, ClientChart } from '../../state/client-chart.ts';
import { measuresOfCourse, type CourseMeasure } from '../../state/course-views.ts';
import { followUpWords } from '../../wording/course-words.ts';

export interface CourseRow {
  readonly course: Course;
  readonly isCurrent: boolean;
  readonly measures: readonly CourseMeasure[];
  /** In words. */
  readonly followUps: readonly string[];
}

/** The newest first. */
export function courseRows(
  chart: ClientChart,
  find: (id: string, version: string) => Instrument | null,
  choicesFor: ChoicesFor,
  today: CalendarDay,
  locale: string,
): CourseRow[] {
  const { courses } = chart;
  if (courses.length === 1 && !courses[0]?.ending) return [];
  return courses
    .map((course, index) => {
      const isCurrent = index === courses.length - 1;
      const tellsMeasures = course.ending !== null || !isCurrent;
      return {
        course,
        isCurrent,
        measures: tellsMeasures ? measuresOfCourse(chart, course.episode, find, choicesFor) : [],
        followUps: followUpsOf(course, isCurrent, chart, today, locale),
      };
    })
    .reverse();
}

function followUpsOf(
  { episode, ending }: Course,
  isCurrent: boolean,
  { points, courses }: ClientChart,
  today: CalendarDay,
  locale: string,
): string[] {
  if (!ending) return [];
  const measuredOn = points
    .filter((point) => point.episode === episode && isFollowUp(point, courses))
    .flatMap(({ occurredOn }) => occurredOn ?? []);
  // What was not done before therapy was taken up again is not due any more.
  return plannedFollowUps(ending, measuredOn)
    .filter(({ isDone }) => isCurrent || isDone)
    .map((followUp) => followUpWords(followUp, today, locale));
}
