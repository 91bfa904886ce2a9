@article:query @article:get_latest_events
Feature: Asking for the events of a name
  As an analyst
  I want the events of a name in the order of time, and only those of the period that I look at,
  so that I see what led to what without reading everything.

  The article's section: Design Considerations for Querying Data: querying "clicked button" by its name, and with the
  sort key for those after a time.

  Rule: The events of a name come in the order of time

    @smoke
    Example: Nina follows the clicks
      Given these events:
        | event          | time  |
        | clicked button | 10:03 |
        | opened page    | 10:02 |
        | clicked button | 10:01 |
        | clicked button | 10:02 |
      When Nina asks for the events "clicked button"
      Then the events at 10:01, 10:02, 10:03 are shown in this order
      And nothing was changed

    Example: Names that begin alike are different names
      Given "clicked button" happened at 10:01
      And "clicked button twice" happened at 10:02
      When Nina asks for the events "clicked button"
      Then the event at 10:01 is shown

    Example: Nina asks for an event that never happened
      When Nina asks for the events "sold the shop"
      Then no events are shown

    Example: Fractions of a second count
      Given "clicked button" happened at 10:01:00.5, 10:01:00.25, 10:01:01, 10:01
      When Nina asks for the events "clicked button"
      Then the events at 10:01, 10:01:00.25, 10:01:00.5, 10:01:01 are shown in this order

  Rule: A period leaves out what is before or after it

    Scenario Outline: Nina asks for the clicks <period>
      Given "clicked button" happened at 10:01, 10:02, 10:03, 10:04
      When Nina asks for the events "clicked button" <period>
      Then the events at <times> are shown in this order

      Examples: It begins or ends somewhere
        | period       | times               |
        | after 10:02  | 10:03, 10:04        |
        | from 10:02   | 10:02, 10:03, 10:04 |
        | to 10:03     | 10:01, 10:02, 10:03 |
        | before 10:03 | 10:01, 10:02        |

      Examples: It begins and ends
        | period                       | times        |
        | after 10:01 and before 10:04 | 10:02, 10:03 |
        | after 10:01 and to 10:03     | 10:02, 10:03 |
        | from 10:02 and before 10:04  | 10:02, 10:03 |
        | from 10:02 and to 10:02      | 10:02        |

      Examples: Its ends lie between the events
        | period                             | times        |
        | after 10:01:30 and before 10:03:30 | 10:02, 10:03 |
        | from 10:03:30                      | 10:04        |

    Scenario Outline: Nothing happened <period>
      Given "clicked button" happened at 10:01, 10:02
      When Nina asks for the events "clicked button" <period>
      Then no events are shown

      Examples: Before, between and after the events
        | period                       |
        | before 10:01                 |
        | after 10:02                  |
        | after 10:01 and before 10:02 |

    Example: All events of one instant are in or out together
      Given these events:
        | event          | time  | id |
        | clicked button | 10:01 | a  |
        | clicked button | 10:01 | b  |
        | clicked button | 10:02 | c  |
      When Nina asks for the events "clicked button" after 10:01
      Then the event at 10:02 is shown

  Rule: The newest can come first

    Example: Nina looks back
      Given "clicked button" happened at 10:01, 10:02, 10:03
      When Nina asks for the events "clicked button" newest first
      Then the events at 10:03, 10:02, 10:01 are shown in this order

    Example: Nina looks back from a time
      Given "clicked button" happened at 10:01, 10:02, 10:03
      When Nina asks for the events "clicked button" newest first, before 10:03
      Then the events at 10:02, 10:01 are shown in this order

  Rule: The latest event can be asked for on its own

    @smoke
    Example: Nina wants to know when it happened last
      Given "clicked button" happened at 10:02, 10:04, 10:03
      When Nina asks for the latest event "clicked button"
      Then the event at 10:04 is shown

    Example: Nina wants to know when it happened last before lunch
      Given "clicked button" happened at 11:58, 11:59, 12:01
      When Nina asks for the latest event "clicked button" before 12:00
      Then the event at 11:59 is shown

  Rule: A period has at most one beginning and one end

    Scenario Outline: Nina gives two <which>
      Given "clicked button" happened at 10:01
      When Nina asks for the events "clicked button" <period>
      Then this is refused because a period has one <which of them>

      Examples: Two at one side
        | which      | period                     | which of them |
        | beginnings | after 10:00 and from 10:01 | beginning     |
        | ends       | to 10:02 and before 10:03  | end           |

  Rule: A time alone is not enough: the name or the day must be given

    Scenario Outline: Nina asks for everything <period>
      Given "clicked button" happened at 10:01
      When Nina asks for events of any name <period>
      Then this is refused because the name or the day must be given

      Examples: With and without a time
        | period                      |
        | after 10:00                 |
        | from 10:00 and before 11:00 |
        | newest first                |

  Rule: Events are found by their name or their day, not by the person they are about

    What did Ada do? The service has no answer to that, on purpose. It doesn't join events to users, and looks for nothing
    inside of an event. A shop that needs the answer records what each customer does under a name of their own as well.

    Example: Nina asks what Ada did
      Given "clicked button" happened at 10:01 as "c-1" with:
        | customer | ada@example.com |
      When Nina asks what the customer ada@example.com did
      Then this is refused because the name or the day must be given

    Example: Nina asks for a name of Ada's own
      Given "clicked by ada" happened at 10:01, 10:02
      And "clicked by grace" happened at 10:01
      When Nina asks for the events "clicked by ada"
      Then the events at 10:01, 10:02 are shown in this order
