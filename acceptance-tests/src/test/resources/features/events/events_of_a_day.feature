@article:time_series
Feature: Asking for the events of a day
  As an analyst
  I want everything that happened on a day, whatever its name,
  so that I can reconstruct a day.

  The article's section: Design Considerations for Querying Data: the best practice for time series data is to use the
  date as the primary key.

  Rule: A day shows all its events in the order of time

    @smoke
    Example: Nina reconstructs a day
      Given these events:
        | day        | event          | time  |
        | 2026-11-22 | opened page    | 10:02 |
        | 2026-11-22 | clicked button | 10:01 |
        | 2026-11-22 | clicked button | 10:03 |
      When Nina asks for the events of 2026-11-22
      Then these events are shown in this order:
        | event          | time  |
        | clicked button | 10:01 |
        | opened page    | 10:02 |
        | clicked button | 10:03 |

    Example: Nina asks for a day on which nothing happened
      When Nina asks for the events of 2026-11-22
      Then no events are shown

    Example: The newest of the day first
      Given "clicked button" happened at 10:01, 10:02
      When Nina asks for the events of 2026-11-22 newest first
      Then the events at 10:02, 10:01 are shown in this order

  Rule: A day begins and ends at midnight in UTC, wherever people are

    Example: Events right before and after midnight
      Given these events:
        | day        | event          | time         |
        | 2026-11-21 | clicked button | 23:59:59.999 |
        | 2026-11-22 | clicked button | 00:00        |
        | 2026-11-22 | clicked button | 23:59:59.999 |
        | 2026-11-23 | clicked button | 00:00        |
      When Nina asks for the events of 2026-11-22
      Then the events at 00:00, 23:59:59.999 are shown in this order

    Example: An evening in Tulsa belongs to the next day
      Given "clicked button" happened in Tulsa on 2026-11-21 at 20:30, 6 hours behind UTC
      When Nina asks for the events of 2026-11-22
      Then the event at 02:30 is shown

    Example: An evening in Tulsa does not belong to the day that it has there
      Given "clicked button" happened in Tulsa on 2026-11-21 at 20:30, 6 hours behind UTC
      When Nina asks for the events of 2026-11-21
      Then no events are shown

  Rule: The latest event of a day can be asked for on its own

    Example: Nina wants to know what happened last
      Given these events:
        | day        | event          | time  |
        | 2026-11-22 | clicked button | 10:01 |
        | 2026-11-22 | opened page    | 10:03 |
        | 2026-11-23 | clicked button | 10:00 |
      When Nina asks for the latest event of 2026-11-22
      Then these events are shown in this order:
        | event       | time  |
        | opened page | 10:03 |

  Rule: A day shows a new event within a moment, its name shows it at once

    The events of a day are a copy, sorted by day, which follows what is recorded. Whoever must not miss the newest event asks
    by its name.

    Example: Nina asks by the day
      Given "clicked button" happened at 10:01
      When Nina asks for the events of 2026-11-22 until they are there
      Then the event at 10:01 is shown

    Example: Nina asks by the name
      Given "clicked button" happened at 10:01
      When Nina asks for the events "clicked button"
      Then the event at 10:01 is shown

  Rule: A day can be narrowed to a period

    Scenario Outline: Nina asks for the day <period>
      Given "clicked button" happened at 10:01, 10:02, 10:03
      When Nina asks for the events of 2026-11-22 <period>
      Then the events at <times> are shown in this order

      Examples: From or up to a time
        | period       | times        |
        | after 10:02  | 10:03        |
        | from 10:02   | 10:02, 10:03 |
        | to 10:02     | 10:01, 10:02 |
        | before 10:02 | 10:01        |

      Examples: Between two times
        | period                       | times |
        | after 10:01 and before 10:03 | 10:02 |

  Rule: A long day comes in pages

    Example: Nina reads the day two at a time
      Given these events:
        | event          | time  |
        | opened page    | 10:01 |
        | clicked button | 10:01 |
        | clicked button | 10:02 |
        | opened page    | 10:03 |
        | clicked button | 10:04 |
      When Nina reads all pages of the events of 2026-11-22 2 at a time
      Then the events at 10:01, 10:01, 10:02, 10:03, 10:04 are shown in this order
      And no page has more than 2 events
