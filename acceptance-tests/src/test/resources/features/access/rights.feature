@needs-authorizer @needs-scopes
Feature: Everybody may do what they have the right to, and no more
  As someone who answers for people's data
  I want reading and changing to be separate rights,
  so that a program that only counts users can't delete one.

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

  Rule: A right is good for nothing else

    Example: Sam tries everything, with one right at a time
      Given the user ada@example.com with:
        | city | London |
      When Sam tries everything, with one right at a time
      Then each right to users opens this and nothing else:
        |                        | read users | change users |
        | Create a user          |            | yes          |
        | List all users         | yes        |              |
        | Read a user by email   | yes        |              |
        | Change a user          |            | yes          |
        | Delete a user by email |            | yes          |
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
