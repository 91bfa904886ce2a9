@needs-faults
Feature: Events while something is broken
  As the owner of a shop that uses the service
  I want to be told what became of the events that I send, whatever breaks,
  so that each of them is kept once and none is lost.

  Rule: A request that the data refuses changes nothing

    Scenario Outline: <what> while the data is too busy
      Given "clicked button" happened at 10:01
      And the data is too busy
      When Leo's app records <what>
      Then this is refused because the service is busy
      And nothing was changed

      Examples: One and many
        | what                                |
        | "clicked button" at 10:02           |
        | 3 events "clicked button" in one go |

    Scenario Outline: <what> while the data is out of reach
      Given "clicked button" happened at 10:01
      And the data is out of reach
      When Leo's app records <what>
      Then this is refused because the service is busy
      And nothing was changed

      Examples: One and many
        | what                                |
        | "clicked button" at 10:02           |
        | 3 events "clicked button" in one go |

    Scenario Outline: Nina asks for the events <of what> while the data is out of reach
      Given the data is out of reach
      When Nina asks for the events <of what>
      Then this is refused because the service is busy

      Examples: By name and by day
        | of what          |
        | "clicked button" |
        | of 2026-11-22    |

  Rule: A rush that is over in a moment goes unnoticed

    Example: A batch that is recorded all the same
      Given the data is too busy once
      When Leo's app records 3 events "clicked button" in one go
      Then all 3 events are recorded
      And "clicked button" is kept 3 times

  Rule: A batch that was sent away can be sent again as it is

    Scenario Outline: The first time the <part> <fails>
      Given the <part> <fails>
      And Leo's app was sent away when it recorded these events in one go:
        | event          | time  | id  |
        | clicked button | 10:01 | c-1 |
        | opened page    | 10:02 | c-2 |
      And all is well again
      When Leo's app records the same events in one go
      Then all 2 events are recorded
      And "clicked button" is kept once

      Examples: Nothing was kept, or all of it
        | part     | fails                              |
        | data     | is too busy                        |
        | function | dies as soon as its work is stored |

  Rule: When something gets lost between the service and its data, the caller doesn't notice

    Example: An event
      Given the data loses its answer once
      When Leo's app records "clicked button" at 10:01 as "c-1"
      Then this succeeds
      And "clicked button" is kept once

    Example: Many events
      Given the data loses its answer once
      When Leo's app records 3 events "clicked button" in one go
      Then all 3 events are recorded
      And "clicked button" is kept 3 times

  Rule: Whoever got no answer learns by asking again what became of the request

    Example: An event with an id
      Given the function dies as soon as its work is stored
      And Leo's app was sent away when it recorded "clicked button" at 10:01 as "c-1"
      And all is well again
      When Leo's app records "clicked button" at 10:01 as "c-1"
      Then this succeeds
      And "clicked button" is kept once
