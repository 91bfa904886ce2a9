@article:time_series
Feature: Recording several events at once
  As someone who writes an app
  I want to send the events of a minute in one go, all or nothing,
  so that after a failure I can simply send them again.

  The article's section: Design Considerations for Querying Data (time-based data), for events that come in numbers.

  Rule: All events of a batch are kept

    @smoke
    Example: Leo's app sends three events
      When Leo's app records these events in one go:
        | event          | time  |
        | clicked button | 10:01 |
        | clicked button | 10:02 |
        | opened page    | 10:01 |
      Then all 3 events are recorded
      And "clicked button" is kept at 10:01, 10:02
      And "opened page" is kept at 10:01

    Example: Leo's app sends as many as it may
      When Leo's app records 100 events "clicked button" in one go
      Then all 100 events are recorded
      And "clicked button" is kept 100 times

  Rule: A batch that is sent again is kept once

    Example: Leo's app got no answer the first time
      Given these events:
        | event          | time  | id  |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:02 | c-2 |
      When Leo's app records these events in one go:
        | event          | time  | id  |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:02 | c-2 |
      Then all 2 events are recorded
      And "clicked button" is kept 2 times

    Example: Half of a batch is known already
      Given "clicked button" happened at 10:01 as "c-1"
      When Leo's app records these events in one go:
        | event          | time  | id  |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:02 | c-2 |
      Then all 2 events are recorded
      And "clicked button" is kept 2 times

    Example: Two batches overlap and arrive at the same moment
      When Leo's app records the events 1 to 30 and 21 to 50 of "clicked button" in two batches at the same moment
      Then both of them succeed
      And "clicked button" is kept 50 times

  Rule: The same event twice in a batch counts once

    Example: Leo's app sends one event twice
      When Leo's app records these events in one go:
        | event          | time  | id  |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:02 | c-2 |
      Then all 2 events are recorded
      And "clicked button" is kept 2 times

    Example: One id is good for many names, times and days
      When Leo's app records these events in one go:
        | day        | event          | time  | id  |
        | 2026-11-22 | clicked button | 10:01 | c-1 |
        | 2026-11-22 | clicked button | 10:02 | c-1 |
        | 2026-11-22 | opened page    | 10:01 | c-1 |
        | 2026-11-23 | clicked button | 10:01 | c-1 |
        | 2026-11-22 | opened page    | 10:01 | c-1 |
      Then all 4 events are recorded
      And "clicked button" is kept 3 times
      And "opened page" is kept once

  Rule: What happened earlier can be recorded later

    Example: Leo's app was offline for a while
      Given "clicked button" happened at 10:03
      When Leo's app records these events in one go:
        | event          | time  |
        | clicked button | 10:02 |
        | clicked button | 10:01 |
      Then all 2 events are recorded
      And "clicked button" is kept at 10:01, 10:02, 10:03

    Example: Leo's app brings along last year's clicks
      Given "clicked button" happened at 10:03
      When Leo's app records these events in one go:
        | day        | event          | time  |
        | 2025-11-22 | clicked button | 10:02 |
        | 2025-11-23 | clicked button | 10:01 |
      Then all 2 events are recorded
      And "clicked button" is kept 3 times

  Rule: If one event of a batch is refused, none is kept

    Example: One of the app's events has a time that does not exist
      When Leo's app records these events in one go:
        | event          | time  |
        | clicked button | 10:01 |
        | clicked button | 25:00 |
        | opened page    | 10:02 |
      Then this is refused because event 2 has an invalid time
      And nothing was changed

    Example: One of the app's events was recorded before with other details
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Leo's app records these events in one go:
        | event          | time  | id  | button |
        | clicked button | 10:00 | c-0 | buy    |
        | clicked button | 10:01 | c-1 | sell   |
      Then this is refused because event 2 was recorded with other details
      And nothing was changed

    Example: Leo's app sends more than it may
      When Leo's app records 101 events "clicked button" in one go
      Then this is refused because there are too many events
      And nothing was changed

    Example: Leo's app sends nothing
      When Leo's app records 0 events "clicked button" in one go
      Then this is refused because there are too few events
