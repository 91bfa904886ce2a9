@article:primary_and_sort_keys
Feature: Names that get too popular
  As the owner of a shop that uses the service
  I want to know which names can get too busy,
  so that I choose names that spread what happens.

  The article's section: Basics of Primary and Sort Keys: "CustomerId is good while GameId is bad if most of your traffic
  relates to a few popular games."

  All events of one name lie in one place, so that they are read in one go. One place takes about 1,000 small events a second,
  however large the service is. Emails spread users well: there are many, and none is much busier than the others. Names
  spread events well only as long as no name has most of what happens. The events of a day share one place as well, whatever
  their names. So all names together take about 1,000 small events a second of one day.

  A shop with busier names or days keeps each of them in several places: "Popular names in several places".

  @needs-faults
  Rule: A busy name holds up its own events first

    Others are held up only when the whole day is too busy.

    Example: Everybody clicks the same button
      Given "clicked button" is too busy
      When Leo's app records "clicked button" at 10:01
      Then this is refused because the service is busy
      And nothing was changed

    Example: Others open a page meanwhile
      Given "clicked button" is too busy
      When Leo's app records "opened page" at 10:01
      Then this succeeds
      And "opened page" is kept at 10:01

    Example: A batch needs all of its names
      Given "clicked button" is too busy
      When Leo's app records these events in one go:
        | event          | time  |
        | opened page    | 10:01 |
        | clicked button | 10:01 |
      Then this is refused because the service is busy
      And nothing was changed

  @needs-faults
  Rule: A busy user holds up nobody else

    Example: Everybody looks Ada up
      Given the user ada@example.com
      And the user ada@example.com is too busy
      When Sam reads the user ada@example.com
      Then this is refused because the service is busy

    Example: Sam looks Grace up
      Given the user grace@example.com
      And the user ada@example.com is too busy
      When Sam reads the user grace@example.com
      Then the user grace@example.com is shown

  @needs-faults
  Rule: A name that is not busy is served while another one is

    Example: Leo's app records the clicks of each shop under a name of their own
      Given "clicked in tulsa" is too busy
      When Leo's app records "clicked in oslo" at 10:01
      Then this succeeds
      And "clicked in oslo" is kept at 10:01

  # Other scenarios have names lie in up to four places, and whoever reads looks at all of them from then on.
  @needs-costs
  Rule: Asking for a name reads that name only

    Example: Nina asks for a rare event among many others
      Given 20 events "opened page" of 5 KB each, one a second from 10:00
      And "clicked button" happened at 10:01
      When Nina asks for the events "clicked button"
      Then this cost at most 4 reads

    Example: Nina asks for a short period of a long history
      Given 20 events "clicked button" of 5 KB each, one a second from 10:00
      When Nina asks for the events "clicked button" before 10:00:02
      Then this cost at most 6 reads

    Example: Nina asks for the latest of many
      Given 20 events "clicked button" of 5 KB each, one a second from 10:00
      When Nina asks for the latest event "clicked button"
      Then this cost at most 6 reads

    Example: Nina asks for all of them
      Given 20 events "clicked button" of 5 KB each, one a second from 10:00
      When Nina asks for the events "clicked button"
      Then this cost at least 25 reads
