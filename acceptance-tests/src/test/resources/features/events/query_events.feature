@article:query @article:get_latest_events
Feature: Asking for the events of a name
  As an analyst
  I want the events of a name in the order of time, and only those of the period that I look at,
  so that I see what led to what without reading everything.

  The article's section: Design Considerations for Querying Data: querying "clicked button" by its name, and with the
  sort key for those after a time.

  Rule: The events of a name come in the order of time

    @smoke
    Example: Ada follows the clicks
      Given these events:
        | event          | time  |
        | clicked button | 10:03 |
        | opened page    | 10:02 |
        | clicked button | 10:01 |
        | clicked button | 10:02 |
      When Ada asks for the events "clicked button"
      Then the events at 10:01, 10:02, 10:03 are shown in this order
      And nothing was changed

    Example: Names that begin alike are different names
      Given "clicked button" happened at 10:01
      And "clicked button twice" happened at 10:02
      When Ada asks for the events "clicked button"
      Then the events at 10:01 are shown in this order

    Example: Ada asks for an event that never happened
      When Ada asks for the events "sold the shop"
      Then no events are shown

    Example: Fractions of a second count
      Given "clicked button" happened at 10:01:00.5, 10:01:00.25, 10:01:01, 10:01
      When Ada asks for the events "clicked button"
      Then the events at 10:01, 10:01:00.25, 10:01:00.5, 10:01:01 are shown in this order

  Rule: A period leaves out what is before or after it

    Scenario Outline: Ada asks for the clicks <period>
      Given "clicked button" happened at 10:01, 10:02, 10:03, 10:04
      When Ada asks for the events "clicked button" <period>
      Then the events at <times> are shown in this order

      Examples: It begins or ends somewhere
        | period       | times               |
        | after 10:02  | 10:03, 10:04        |
        | from 10:02   | 10:02, 10:03, 10:04 |
        | to 10:03     | 10:01, 10:02, 10:03 |
        | before 10:03 | 10:01, 10:02        |

      Examples: It begins and ends
        | period                      | times        |
        | after 10:01 and before 10:04 | 10:02, 10:03 |
        | after 10:01 and to 10:03    | 10:02, 10:03 |
        | from 10:02 and before 10:04 | 10:02, 10:03 |
        | from 10:02 and to 10:02     | 10:02        |

      Examples: Its ends lie between the events
        | period                            | times        |
        | after 10:01:30 and before 10:03:30 | 10:02, 10:03 |
        | from 10:03:30                     | 10:04        |

    Scenario Outline: Nothing happened <period>
      Given "clicked button" happened at 10:01, 10:02
      When Ada asks for the events "clicked button" <period>
      Then no events are shown

      Examples: Before, between and after the events
        | period                       |
        | before 10:01                 |
        | after 10:02                  |
        | after 10:01 and before 10:02 |

    Example: All events of one instant are in or out together
      Given these events:
        | event          | time  | id  |
        | clicked button | 10:01 | a   |
        | clicked button | 10:01 | b   |
        | clicked button | 10:02 | c   |
      When Ada asks for the events "clicked button" after 10:01
      Then the events at 10:02 are shown in this order

  Rule: The newest can come first

    Example: Ada looks back
      Given "clicked button" happened at 10:01, 10:02, 10:03
      When Ada asks for the events "clicked button" newest first
      Then the events at 10:03, 10:02, 10:01 are shown in this order

    Example: Ada looks back from a time
      Given "clicked button" happened at 10:01, 10:02, 10:03
      When Ada asks for the events "clicked button" newest first, before 10:03
      Then the events at 10:02, 10:01 are shown in this order

  Rule: The latest event is had by itself

    @smoke
    Example: Ada wants to know when it happened last
      Given "clicked button" happened at 10:02, 10:04, 10:03
      When Ada asks for the latest event "clicked button"
      Then the events at 10:04 are shown in this order

    Example: Ada wants to know when it happened last before lunch
      Given "clicked button" happened at 11:58, 11:59, 12:01
      When Ada asks for the latest event "clicked button" before 12:00
      Then the events at 11:59 are shown in this order

  Rule: A time alone is not enough: the name or the day must be given

    Scenario Outline: Ada asks for everything <period>
      Given "clicked button" happened at 10:01
      When Ada asks for events of any name <period>
      Then this is refused because the name or the day must be given

      Examples: With and without a time
        | period                       |
        | after 10:00                  |
        | from 10:00 and before 11:00  |
        | newest first                 |
