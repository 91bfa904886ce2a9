@needs-authorizer @needs-scopes
Feature: Everybody may do what they have the right to, and no more
  As someone who answers for people's data
  I want reading and changing to be separate rights,
  so that a program that only counts users can't delete one.

  Not from the article, which has no section on this. A service in use needs it.

  Rule: A right is good for what it says

    Example: Pia, who may only read users, reads one
      Given the user ada@example.com
      And Pia may only read users
      When Pia reads the user ada@example.com
      Then the user ada@example.com is shown

    Example: Pia, who may only change users, deletes one
      Given the user ada@example.com
      And Pia may only change users
      When Pia deletes the user ada@example.com
      Then this succeeds
      And there is no user ada@example.com

  Rule: A right is good for nothing else

    Example: Tom tries everything, with one right at a time
      Given the user ada@example.com with:
        | city | London |
      When Tom tries everything, with one right at a time
      Then each right to users opens this and nothing else:
        |                        | read users | change users |
        | Create a user          |            | yes          |
        | List all users         | yes        |              |
        | Read a user by email   | yes        |              |
        | Change a user          |            | yes          |
        | Delete a user by email |            | yes          |
      And nothing was changed

    @needs-issuer
    Example: Pia, who may do nothing here, asks for a user
      Given the user ada@example.com
      And Pia may do nothing here
      When Pia reads the user ada@example.com
      Then this is refused because the rights don't reach that far

  Rule: A right that was used once gives no other right

    To answer fast, the service remembers for a minute whom it has let in. It must remember for what as well. Otherwise whoever
    was let in to read could delete within that minute.

    Example: Pia, who may only read users, reads one first and then deletes it
      Given the user ada@example.com
      And Pia may only read users
      And Pia could read the user ada@example.com
      When Pia deletes the user ada@example.com
      Then this is refused because the rights don't reach that far
      And nothing was changed
