@needs-authorizer
Feature: Rights to events
  As someone who answers for what is recorded about people
  I want recording events and reading them to be rights of their own,
  so that an app that sends events can't read what others have sent.

  Not from the article, which has no section on this. A service in use needs it.

  @needs-scopes
  Rule: A right is good for what it says

    Example: Leo's app, which may only record events, records one
      Given Leo's app may only record events
      When Leo's app records "clicked" at 10:00
      Then this succeeds
      And "clicked" is kept at 10:00

    Example: Nina, who may only read events, reads them
      Given "clicked" happened at 10:00, 10:01
      And Nina may only read events
      When Nina asks for the events "clicked"
      Then the events at 10:00, 10:01 are shown in this order

  @needs-scopes
  Rule: A right is good for nothing else

    Example: Tom tries everything, with one right at a time
      Given "clicked" happened at 10:00
      When Tom tries everything, with one right at a time
      Then each right to events opens this and nothing else:
        |                                               | read events | record events |
        | List the events of a day, whatever their name | yes         |               |
        | Record an event                               |             | yes           |
        | Record up to 100 events, all or none          |             | yes           |
        | Query the events of a name by time            | yes         |               |
        | Count the events of a name by hour or by day  | yes         |               |
      And nothing was changed

  @needs-scopes
  Rule: A right that was used once gives no other right

    To answer fast, the service remembers for a minute whom it has let in. It must remember for what as well. Otherwise whoever
    was let in to record could read within that minute.

    Example: Leo's app, which may only record events, records one first and then asks for all
      Given Leo's app may only record events
      And Leo's app could record "clicked"
      When Leo's app asks for the events "clicked"
      Then this is refused because the rights don't reach that far

  Rule: Without signing in, nothing is shown and nothing is changed

    Example: Eve tries everything without signing in
      Given "clicked" happened at 10:00
      When Eve tries everything without signing in
      Then everything that asks for a right is refused because the sign-in is missing or not valid
      And nothing was changed
