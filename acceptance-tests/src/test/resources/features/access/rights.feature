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

    Scenario Outline: Sam, who may only <do this>, <asks>
      Given the user ada@example.com with:
        | city | London |
      And "clicked" happened at 10:00
      And Sam may only <do this>
      When Sam <asks>
      Then this is refused because the rights don't reach that far
      And nothing was changed

      Examples: Users
        | do this       | asks                                       |
        | read users    | creates the user sam@example.com           |
        | read users    | removes city from the user ada@example.com |
        | read users    | deletes the user ada@example.com           |
        | read events   | reads the user ada@example.com             |
        | record events | lists the users                            |
        | change users  | reads the user ada@example.com             |
        | change users  | lists the users                            |
        | record events | deletes the user ada@example.com           |

      Examples: Events
        | do this       | asks                                 |
        | read events   | records "clicked" at 10:01           |
        | read events   | records 3 events "clicked" in one go |
        | read users    | asks for the events "clicked"        |
        | change users  | records "clicked" at 10:01           |
        | record events | asks for the events "clicked"        |
        | record events | asks for the events of 2026-11-22    |

    @needs-issuer
    Example: Sam, who may do nothing here, asks for a user
      Given the user ada@example.com
      And Sam may do nothing here
      When Sam reads the user ada@example.com
      Then this is refused because the rights don't reach that far

  Rule: A right that was used once opens no other door

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
