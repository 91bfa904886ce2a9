@needs-authorizer @needs-scopes
Feature: Everybody may do what they have the right to, and no more
  As someone who answers for people's data
  I want reading and changing, users and events, to be rights of their own,
  so that a program that counts events can't delete a user.

  Not from the article: what comes around it in use.

  Rule: A right is good for what it says

    Example: Sam, who may only read users, reads one
      Given the user ada@example.com
      And Sam may only read users
      When Sam reads the user ada@example.com
      Then the user ada@example.com is shown

    Example: Sam, who may only change users, deletes one
      Given the user ada@example.com
      And Sam may only change users
      When Sam deletes the user ada@example.com
      Then this succeeds
      And there is no user ada@example.com

    Example: Sam, who may only record events, records one
      Given Sam may only record events
      When Sam records "clicked" at 10:00
      Then this succeeds
      And "clicked" is kept at 10:00

    Example: Sam, who may only read events, reads them
      Given "clicked" happened at 10:00, 10:01
      And Sam may only read events
      When Sam asks for the events "clicked"
      Then the events at 10:00, 10:01 are shown in this order

  Rule: A right is good for nothing else

    Example: Sam tries everything, with one right at a time
      Given the user ada@example.com with:
        | city | London |
      And "clicked" happened at 10:00
      When Sam tries everything, with one right at a time
      Then each right opens this and nothing else:
        |                                               | read users | change users | read events | record events |
        | Create a user                                 |            | yes          |             |               |
        | List all users                                | yes        |              |             |               |
        | Read a user by email                          | yes        |              |             |               |
        | Change a user                                 |            | yes          |             |               |
        | Delete a user by email                        |            | yes          |             |               |
        | List the events of a day, whatever their name |            |              | yes         |               |
        | Record an event                               |            |              |             | yes           |
        | Record up to 100 events, all or none          |            |              |             | yes           |
        | Query the events of a name by time            |            |              | yes         |               |
        | Is the service there?                         | yes        | yes          | yes         | yes           |
      And nothing was changed

    @needs-issuer
    Example: Sam, who may do nothing here, asks for a user
      Given the user ada@example.com
      And Sam may do nothing here
      When Sam reads the user ada@example.com
      Then this is refused because the rights don't reach that far

  Rule: A right that was used once gives no other right (a decision is remembered for a while)

    Example: Sam, who may only read users, reads one first and then deletes it
      Given the user ada@example.com
      And Sam may only read users
      And Sam could read the user ada@example.com
      When Sam deletes the user ada@example.com
      Then this is refused because the rights don't reach that far
      And nothing was changed

    Example: Sam, who may only record events, records one first and then asks for all
      Given Sam may only record events
      And Sam could record "clicked"
      When Sam asks for the events "clicked"
      Then this is refused because the rights don't reach that far
